import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import { limits } from '../../contract/limits.ts';
import { knownWords, strengthLimits, strongEnough } from '../../contract/password-strength.ts';
import { AppError } from '../errors.ts';

const strength = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
  translations: english.translations,
  ...strengthLimits,
});

/** What makes a password easy to guess for this person: the address and the organisation. */
export interface KnownWords {
  readonly address: string;
  readonly organisationName: string;
}

/** Refuses a password that misses a rule of PRODUCT A3; `fields` names the rules. Longer than 128 characters is refused before any work.
 *  @throws password_too_weak */
export function checkPassword(password: string, known: KnownWords, minimumCharacters: number): void {
  const characters = [...password.slice(0, 4 * limits.passwordCharacters)].length;
  if (characters > limits.passwordCharacters)
    throw new AppError('password_too_weak', { fields: ['length'], limit: limits.passwordCharacters });
  const broken = [
    characters < minimumCharacters && 'length',
    !/[a-z]/.test(password) && 'lowercase',
    !/[A-Z]/.test(password) && 'uppercase',
    !/[0-9]/.test(password) && 'digit',
    isEasyToGuess(password, known) && 'guessable',
  ].filter((rule) => rule !== false);
  if (broken.length > 0) throw new AppError('password_too_weak', { fields: broken });
}

function isEasyToGuess(password: string, { address, organisationName }: KnownWords): boolean {
  const [localPart = '', domain = ''] = address.split('@');
  const words = knownWords([address, localPart, domain, organisationName]);
  return strength.check(password, words).score < strongEnough;
}
