import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import { knownWords, strengthLimits } from '../../contract/password-strength.ts';

const strength = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
  translations: english.translations,
  ...strengthLimits,
});

/** How hard a password is to guess, from 0 to 4, by somebody who knows these names of its owner, whole, in parts, or without their dots. */
export function measureStrength(password: string, names: readonly string[]): number {
  return strength.check(password, knownWords(names)).score;
}
