import { Notice } from '../Notice.tsx';
import { paneTexts } from '../texts/pane-texts.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

/** What people should know before they send, though it does not keep the message from going out. */
export function Warnings({ message }: { readonly message: OutgoingMessage }) {
  const { warnings } = paneTexts;
  const { strayPictures, missingPictures, cloudLinks, recipients } = message;
  const lists = recipients.filter(({ isList, address }) => isList && address !== '').map(({ name, address }) => name || address);
  return (
    <>
      {lists.length > 0 ? <Notice tone="warning" nextStep={warnings.lists(lists)} /> : null}
      {strayPictures > 0 ? <Notice tone="warning" nextStep={warnings.strayPictures(strayPictures)} /> : null}
      {missingPictures > 0 ? <Notice tone="warning" nextStep={warnings.missingPictures(missingPictures)} /> : null}
      {cloudLinks.length > 0 ? <Notice tone="warning" nextStep={warnings.cloudLinks(cloudLinks)} /> : null}
    </>
  );
}
