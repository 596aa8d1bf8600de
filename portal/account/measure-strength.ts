import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';

/** As the server estimates it: beyond these limits it takes too long. */
const strength = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
  translations: english.translations,
  maxLength: 64,
  l33tMaxSubstitutions: 10,
});

/** How hard a password is to guess, from 0 to 4, by somebody who knows these names of its owner, whole, in parts, or without their dots. */
export function measureStrength(password: string, names: readonly string[]): number {
  const words = names.flatMap((name) => [name, name.replace(/[^\p{L}\p{N}]/gu, ''), ...name.split(/[^\p{L}\p{N}]+/u)]);
  return strength.check(
    password,
    [...new Set(words)].filter((word) => word.length > 2),
  ).score;
}
