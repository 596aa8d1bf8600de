import { CallError, type FailureCode } from '../contract/call.ts';

/** What may be over in a moment. */
const passing: ReadonlySet<FailureCode> = new Set([
  'offline',
  'unexpected',
  'database_unavailable',
  'identity_provider_unavailable',
  'throttled',
]);
/** Who is asked to wait longer is told so instead. */
const LONGEST_SECONDS = 60;

/** The milliseconds to wait before something that failed is tried again by itself: as long as the server asks for, else about `usualMs`.
 *  null where trying again would not help soon. */
export function waitBeforeNextTry(failure: unknown, usualMs: number): number | null {
  if (!(failure instanceof CallError) || !passing.has(failure.code)) return null;
  const { retryAfterSeconds = 0 } = failure.details;
  if (retryAfterSeconds > LONGEST_SECONDS) return null;
  return retryAfterSeconds * 1000 || usualMs * (0.75 + Math.random() / 2);
}
