import { CallError } from '../contract/call.ts';
import { screenTexts } from './texts/screen-texts.ts';
import type { ErrorText } from './texts/screen.en.ts';

/** The words for whatever was thrown; something unforeseen counts as `unexpected`. */
export function errorText(failure: unknown): ErrorText {
  if (failure instanceof CallError) return screenTexts.failures[failure.code](failure.details);
  return screenTexts.failures.unexpected({});
}
