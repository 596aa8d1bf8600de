import { CallError, type FailureCode } from '../contract/call.ts';
import { errorText } from '../screen/error-text.ts';
import type { ErrorText } from '../screen/texts/screen.en.ts';
import { OutlookError } from './outlook/outlook-error.ts';
import { paneTexts } from './texts/pane-texts.ts';

/** What people do about these in the pane is not what they do about them in the portal. */
const inThePane: Partial<Record<FailureCode, () => ErrorText>> = {
  not_signed_in: () => paneTexts.notAccepted,
  token_expired: () => paneTexts.signInAgain,
  broken_upload: () => paneTexts.notWhole,
  upload_not_found: () => paneTexts.notWhole,
  endpoint_not_found: () => paneTexts.olderThanServer,
  method_not_allowed: () => paneTexts.olderThanServer,
  content_type_not_supported: () => paneTexts.olderThanServer,
};

/** With another account these may not happen. */
const ofTheAccount: ReadonlySet<string> = new Set(['not_signed_in', 'sender_not_yours', 'sender_addresses_missing']);

/** The words for whatever went wrong in the pane. */
export function failureText(failure: unknown): ErrorText {
  if (failure instanceof OutlookError) return paneTexts.failures[failure.code];
  return (failure instanceof CallError && inThePane[failure.code]?.()) || errorText(failure);
}

/** Whether signing somebody else in may help. */
export function isOfTheAccount(failure: unknown): boolean {
  return failure instanceof CallError && ofTheAccount.has(failure.code);
}
