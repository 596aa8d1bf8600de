import { CallError, type FailureCode } from '../contract/call.ts';

/** Whether a call failed for one of these reasons. */
export function isCode(failure: unknown, ...codes: readonly FailureCode[]): boolean {
  return failure instanceof CallError && codes.includes(failure.code);
}
