import { CallError } from '../../contract/call.ts';

/** Whether a new password was refused because it is easy to guess for somebody who knows its owner; *New password* says so itself. */
export function isGuessable(failure: unknown): boolean {
  if (!(failure instanceof CallError) || failure.code !== 'password_too_weak') return false;
  return failure.details.fields?.includes('guessable') === true;
}
