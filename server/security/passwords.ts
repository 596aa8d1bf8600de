import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import { limits } from '../../contract/limits.ts';
import { knownWords, strengthLimits, strongEnough } from '../../contract/password-strength.ts';
import { AppError } from '../errors.ts';
import { inTurns } from './in-turns.ts';

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes run on the threads that files and ciphers need as well: as many at once as there are processors, and never all four threads, so that
 *  mailboxes stay quick while many people sign in. */
const inTurn = inTurns(Math.min(availableParallelism(), 3));

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

/** The hash to keep of a password (argon2id over its NFKC form, PHC string). */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), ARGON2ID));
}

/** Made at the start, so that the first wrong guess takes as long as the others. */
const dummy = hashPassword('no account has this password');

/** Whether a password is the one behind `kept`. Where there is no hash the same work is done on a dummy one, so that the time tells nothing. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const compared = kept ?? (await dummy);
  const isRight = await inTurn(() => verify(compared, password.normalize('NFKC')));
  return kept !== null && isRight;
}
