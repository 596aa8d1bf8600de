import type { Draft, DraftRecipient } from '../outlook/read-draft.ts';
import { cloudLinksOf } from './cloud-links-of.ts';
import { extractDataPictures } from './extract-data-pictures.ts';
import { matchPictures } from './match-pictures.ts';
import { type OutgoingFile, outgoingFile } from './outgoing-file.ts';
import { plainText } from './plain-text.ts';
import { shapedBody } from './shaped-body.ts';

/** The message as it will go out. `text` is the same for reading at a glance; `strayPictures` counts pictures whose place in the text is
 *  unknown, so that they travel as files; `unshownPictures` names those that travel as files since no page can show them; `missingPictures` counts
 *  places without a picture. */
export interface OutgoingMessage {
  readonly from: string;
  readonly recipients: readonly DraftRecipient[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly files: readonly OutgoingFile[];
  readonly strayPictures: number;
  readonly unshownPictures: readonly string[];
  readonly missingPictures: number;
  /** Files elsewhere that the text links to, by the words of the link. */
  readonly cloudLinks: readonly string[];
  /** The Message-ID of the mail that it answers. */
  readonly inReplyTo: string | null;
}

/** Turns what Outlook had into what goes out: pictures tied to their files, pasted pictures made files, style rules written to their elements. */
export async function outgoingMessage(draft: Draft): Promise<OutgoingMessage> {
  const page = new DOMParser().parseFromString(draft.html, 'text/html');
  const pasted = await extractDataPictures(page);
  const { contentIds, unshown, strays, missing } = await matchPictures(
    page,
    draft.attachments,
    new Set(pasted.map(({ contentId }) => contentId)),
  );
  return {
    from: draft.from.address,
    recipients: draft.recipients,
    subject: draft.subject,
    text: plainText(page),
    html: shapedBody(page),
    files: [...draft.attachments.map((attachment) => outgoingFile(attachment, contentIds.get(attachment.id) ?? null)), ...pasted],
    strayPictures: strays,
    unshownPictures: unshown,
    missingPictures: missing + unreadablePictures(page),
    cloudLinks: cloudLinksOf(page),
    inReplyTo: draft.inReplyTo,
  };
}

/** Pictures that are neither files nor elsewhere on the web: of another kind, not whole, or on this computer only. */
function unreadablePictures(page: Document): number {
  const sources = [...page.querySelectorAll('img[src]')].map((image) => image.getAttribute('src')?.trim() ?? '');
  return sources.filter((source) => source !== '' && !/^(?:cid:|https?:|\/\/)/i.test(source)).length;
}
