import { callOffice } from './call-office.ts';
import { composeItem } from './compose-item.ts';
import { decodeBase64 } from './decode-base64.ts';
import type { DraftAttachment } from './list-attachments.ts';
import { OutlookError } from './outlook-error.ts';
import { untilAborted } from './until-aborted.ts';

/** `empty`: Outlook says the file has a size but hands over nothing, as with some data protection rules. */
export type UnreadableReason = 'cloud' | 'item' | 'empty' | 'refused';

type Named = Pick<DraftAttachment, 'id' | 'name'>;

/** A file that Outlook does not hand over. */
export class UnreadableAttachment extends Error {
  readonly attachment: Named;
  readonly reason: UnreadableReason;

  constructor(attachment: Named, reason: UnreadableReason, cause?: unknown) {
    super(reason, { cause });
    this.attachment = attachment;
    this.reason = reason;
  }

  /** Whether it is about this file: in classic Outlook and on a Mac the id is a place in the list, which another file may take. */
  isOf({ id, name }: Named): boolean {
    return this.attachment.id === id && this.attachment.name === name;
  }
}

const PATIENCE_MS = 180_000;
const ITEM = /\.(?:msg|eml|ics)$/i;
let lastReading: Promise<unknown> = Promise.resolve();

/** The bytes of a file. Files are read one after the other, for Outlook hands each over as one long text.
 *  @throws UnreadableAttachment | OutlookError draft_gone, outlook_silent; an AbortError once `signal` says so */
export function readAttachment(attachment: DraftAttachment, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const reading = untilAborted(lastReading, signal).then(() => readNow(attachment, signal));
  // Without their results, or every file that was read would stay in memory.
  lastReading = Promise.allSettled([lastReading, reading]).then(() => undefined);
  return reading;
}

async function readNow(attachment: DraftAttachment, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const { content, format } = await contentOf(attachment, signal);
  if (format === Office.MailboxEnums.AttachmentContentFormat.Url) throw new UnreadableAttachment(attachment, 'cloud');
  if (format !== Office.MailboxEnums.AttachmentContentFormat.Base64) throw new UnreadableAttachment(attachment, 'item');
  const bytes = await decodeBase64(content).catch((cause: unknown) => {
    throw new UnreadableAttachment(attachment, 'refused', cause);
  });
  if (bytes.length === 0 && attachment.size > 0) throw new UnreadableAttachment(attachment, 'empty');
  return bytes;
}

function contentOf(attachment: DraftAttachment, signal: AbortSignal): Promise<Office.AttachmentContent> {
  const reading = callOffice<Office.AttachmentContent>(
    (done) => composeItem().getAttachmentContentAsync(attachment.id, done),
    PATIENCE_MS,
    signal,
  );
  return reading.catch((cause: unknown) => {
    // Neither a message that was closed nor an Outlook that is silent says anything of this file.
    if (!(cause instanceof OutlookError) || cause.code !== 'outlook_refused') throw cause;
    // Attached again, a mail that was listed as a file is refused again.
    throw new UnreadableAttachment(attachment, ITEM.test(attachment.name) ? 'item' : 'refused', cause);
  });
}
