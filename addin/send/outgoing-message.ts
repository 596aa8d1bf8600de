import type { Draft, DraftRecipient } from '../outlook/read-draft.ts';
import { cloudLinksOf } from './cloud-links-of.ts';
import { extractDataPictures } from './extract-data-pictures.ts';
import { inlineStyleRules } from './inline-style-rules.ts';
import { matchPictures } from './match-pictures.ts';
import { type OutgoingFile, outgoingFile } from './outgoing-file.ts';
import { plainText } from './plain-text.ts';

/** The message as it will go out. `text` is the same for reading at a glance; `strayPictures` counts pictures whose place in the text is
 *  unknown, so that they travel as files; `missingPictures` counts places without a picture. */
export interface OutgoingMessage {
  readonly from: string;
  readonly recipients: readonly DraftRecipient[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly files: readonly OutgoingFile[];
  readonly strayPictures: number;
  readonly missingPictures: number;
  /** Files elsewhere that the text links to, by the words of the link. */
  readonly cloudLinks: readonly string[];
  /** The Message-ID of the mail that it answers. */
  readonly inReplyTo: string | null;
}

/** Turns what Outlook had into what goes out: pictures tied to their files, pasted pictures made files, style rules written to their elements. */
export async function outgoingMessage(draft: Draft): Promise<OutgoingMessage> {
  const page = new DOMParser().parseFromString(draft.html, 'text/html');
  inlineStyleRules(page);
  const pasted = await extractDataPictures(page);
  const { contentIds, strays, missing } = await matchPictures(
    page,
    draft.attachments,
    new Set(pasted.map(({ contentId }) => contentId)),
  );
  return {
    from: draft.from.address,
    recipients: draft.recipients,
    subject: draft.subject,
    html: bodyOf(page),
    text: plainText(page),
    files: [...draft.attachments.map((attachment) => outgoingFile(attachment, contentIds.get(attachment.id) ?? null)), ...pasted],
    strayPictures: strays,
    missingPictures: missing,
    cloudLinks: cloudLinksOf(page),
    inReplyTo: draft.inReplyTo,
  };
}

/** What stands in the body, in one element that keeps the body's own style and direction. */
function bodyOf(page: Document): string {
  const whole = page.createElement('div');
  for (const name of ['style', 'dir', 'lang']) {
    const value = page.body.getAttribute(name) ?? page.documentElement.getAttribute(name);
    if (value) whole.setAttribute(name, value);
  }
  return whole.outerHTML.replace('</div>', () => `${page.body.innerHTML}</div>`);
}
