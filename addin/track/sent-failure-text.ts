import { CallError, type FailureCode } from '../../contract/call.ts';
import type { ErrorText } from '../../screen/texts/screen.en.ts';
import { failureText } from '../failure-text.ts';
import { sentTexts } from '../texts/sent-texts.ts';

/** The words for whatever went wrong with a message of one's own: to its sender these mean something else than to its readers. */
export function sentFailureText(failure: unknown): ErrorText {
  const { notThere, recalled, expired, tooLargeInside } = sentTexts.failures;
  const ofTheSender: Partial<Record<FailureCode, ErrorText>> = {
    message_not_found: notThere,
    message_recalled: recalled,
    message_expired: expired,
    message_too_large: tooLargeInside,
    attachments_too_large: tooLargeInside,
  };
  return (failure instanceof CallError && ofTheSender[failure.code]) || failureText(failure);
}
