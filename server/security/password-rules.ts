import { limits } from '../../contract/limits.ts';
import { isLongerThanAnyPassword, knownWords, passwordForm, strongEnough } from '../../contract/password-strength.ts';
import { AppError } from '../errors.ts';
import type { StrengthTask } from './strength-worker.ts';
import { inThread } from './thread.ts';

/** Far more than the worst password takes. */
const KILL_AFTER_MS = 20_000;
const MOST_WAITING = 50;

/** Zxcvbn's score, 0 to 4; its dictionaries load with the first password, and no request waits for another's. */
const scoreOf: (task: StrengthTask) => Promise<number> = inThread(
  new URL('./strength-worker.ts', import.meta.url),
  KILL_AFTER_MS,
  MOST_WAITING,
);

/** What makes a password easy to guess for this person: the address and the organisation. */
interface KnownWords {
  readonly address: string;
  readonly organisationName: string;
}

/** Refuses a password that misses a rule of PRODUCT A3 in the form in which it is kept; `fields` names the rules. Longer than 128 characters is
 *  refused before any work.
 *  @throws password_too_weak; throttled while too many wait */
export async function checkPassword(typed: string, known: KnownWords, minimumCharacters: number): Promise<void> {
  if (isLongerThanAnyPassword(typed))
    throw new AppError('password_too_weak', { fields: ['length'], limit: limits.passwordCharacters });
  const password = passwordForm(typed);
  const broken = [
    [...password].length < minimumCharacters && 'length',
    !/[a-z]/.test(password) && 'lowercase',
    !/[A-Z]/.test(password) && 'uppercase',
    !/[0-9]/.test(password) && 'digit',
    (await isEasyToGuess(password, known)) && 'guessable',
  ].filter((rule) => rule !== false);
  if (broken.length > 0) throw new AppError('password_too_weak', { fields: broken });
}

async function isEasyToGuess(password: string, { address, organisationName }: KnownWords): Promise<boolean> {
  const [localPart = '', domain = ''] = address.split('@');
  return (await scoreOf({ password, words: knownWords([address, localPart, domain, organisationName]) })) < strongEnough;
}
