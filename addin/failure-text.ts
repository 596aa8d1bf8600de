import { CallError, type FailureCode } from '../contract/call.ts';
import { errorText } from '../screen/error-text.ts';
import type { ErrorText } from '../screen/texts/screen.en.ts';
import { OutlookError } from './outlook/outlook-error.ts';
import { paneTexts } from './texts/pane-texts.ts';

/** What people do about these in the pane is not what they do about them in the portal. */
const inThePane: Partial<Record<FailureCode, ErrorText>> = {
  not_signed_in: paneTexts.signInAgain,
  token_expired: paneTexts.signInAgain,
  endpoint_not_found: paneTexts.olderThanServer,
  method_not_allowed: paneTexts.olderThanServer,
  content_type_not_supported: paneTexts.olderThanServer,
};

/** The words for whatever went wrong in the pane. */
export function failureText(failure: unknown): ErrorText {
  if (failure instanceof OutlookError) return paneTexts.failures[failure.code];
  return (failure instanceof CallError && inThePane[failure.code]) || errorText(failure);
}
