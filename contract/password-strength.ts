import { limits } from './limits.ts';

/** How long and how deep a password's strength is estimated: without these one password of 128 characters holds a process up for seconds. What
 *  stands behind the 64th character then makes no password stronger. */
export const strengthLimits = { maxLength: 64, l33tMaxSubstitutions: 10 } as const;

/** The least score (zxcvbn, 0 to 4) of a password that is not easy to guess: 3 withstands an offline attack on a slow hash. */
export const strongEnough = 3;

/** What makes a password easy to guess for the owner of these names: people use a name whole, in parts, or without its dots and spaces. */
export function knownWords(names: readonly string[]): string[] {
  const words = names.flatMap((name) => [name, name.replace(/[^\p{L}\p{N}]/gu, ''), ...name.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(words)].filter((word) => word.length > 2);
}

/** More UTF-16 units than any password has, also where each of its letters is typed as a letter and its marks. */
const MOST_UNITS = 4 * limits.passwordCharacters;

/** A password as it is judged and kept (NFKC): the same on every keyboard. What is far too long is cut first. */
export function passwordForm(typed: string): string {
  return typed.slice(0, MOST_UNITS).normalize('NFKC');
}

/** Whether a text has more characters than any password, so that it need be neither judged nor hashed. */
export function isLongerThanAnyPassword(typed: string): boolean {
  return typed.length > MOST_UNITS || [...passwordForm(typed)].length > limits.passwordCharacters;
}
