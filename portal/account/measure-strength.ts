import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';

const strength = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
  translations: english.translations,
});

/** How hard a password is to guess, from 0 to 4, by somebody who knows `words` about its owner. */
export function measureStrength(password: string, words: readonly string[]): number {
  return strength.check(password, [...words]).score;
}
