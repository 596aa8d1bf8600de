import { CallError, type FailureCode } from '../contract/call.ts';
import { errorText } from '../screen/error-text.ts';
import type { ErrorText } from '../screen/texts/en.ts';
import { OutlookError } from './outlook/outlook-error.ts';
import { en } from './texts/en.ts';

/** What people do about these in the pane is not what they do about them in the portal. */
const inThePane: Partial<Record<FailureCode, ErrorText>> = {
  not_signed_in: en.signInAgain,
  token_expired: en.signInAgain,
  endpoint_not_found: en.olderThanServer,
  method_not_allowed: en.olderThanServer,
  content_type_not_supported: en.olderThanServer,
};

/** The words for whatever went wrong in the pane. */
export function failureText(failure: unknown): ErrorText {
  if (failure instanceof OutlookError) return en.failures[failure.code];
  return (failure instanceof CallError && inThePane[failure.code]) || errorText(failure);
}
