import { isOwnMessageId } from '../../contract/message-id.ts';
import { Notice } from '../Notice.tsx';
import { paneTexts } from '../texts/pane-texts.ts';
import type { SendPolicy } from './find-problems.ts';
import { listsAmong } from './lists-among.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

/** What people should know before they send, though it does not keep the message from going out. */
export function Warnings({ message, policy }: { readonly message: OutgoingMessage; readonly policy: SendPolicy }) {
  const { warnings } = paneTexts;
  const { strayPictures, unshownPictures, missingPictures, cloudLinks, recipients } = message;
  const lists = listsAmong(recipients);
  return (
    <>
      {answersSecureMail(message, policy) ? <Notice tone="warning" nextStep={warnings.answersSecure} /> : null}
      {lists.length > 0 ? <Notice tone="warning" nextStep={warnings.lists(lists)} /> : null}
      {strayPictures > 0 ? <Notice tone="warning" nextStep={warnings.strayPictures(strayPictures)} /> : null}
      {unshownPictures.length > 0 ? <Notice tone="warning" nextStep={warnings.unshownPictures(unshownPictures)} /> : null}
      {missingPictures > 0 ? <Notice tone="warning" nextStep={warnings.missingPictures(missingPictures)} /> : null}
      {cloudLinks.length > 0 ? <Notice tone="warning" nextStep={warnings.cloudLinks(cloudLinks)} /> : null}
    </>
  );
}

/** Outlook's own Send is one click away, and would take the whole quoted conversation out unprotected. Where Outlook does not tell what is
 *  answered, the tag in the subject does. */
function answersSecureMail({ inReplyTo, subject }: OutgoingMessage, { subjectTag }: SendPolicy): boolean {
  return (inReplyTo !== null && isOwnMessageId(inReplyTo)) || (subjectTag !== '' && subject.includes(subjectTag));
}
