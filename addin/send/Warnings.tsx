import { Notice } from '../Notice.tsx';
import { paneTexts } from '../texts/pane-texts.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

/** What people should know before they send, though it does not keep the message from going out. */
export function Warnings({ message: { strayPictures, missingPictures, hasCloudLinks } }: { readonly message: OutgoingMessage }) {
  const { warnings } = paneTexts;
  return (
    <>
      {strayPictures > 0 ? <Notice tone="warning" nextStep={warnings.strayPictures(strayPictures)} /> : null}
      {missingPictures > 0 ? <Notice tone="warning" nextStep={warnings.missingPictures(missingPictures)} /> : null}
      {hasCloudLinks ? <Notice tone="warning" nextStep={warnings.cloudLinks} /> : null}
    </>
  );
}
