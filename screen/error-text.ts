import { CallError } from '../contract/call.ts';
import { type ErrorText, en } from './texts/en.ts';

/** The words for whatever was thrown; something unforeseen counts as `unexpected`. */
export function errorText(failure: unknown): ErrorText {
  if (failure instanceof CallError) return en.failures[failure.code](failure.details);
  return en.failures.unexpected({});
}
