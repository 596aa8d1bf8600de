import { callOffice } from './call-office.ts';
import { composeItem } from './compose-item.ts';
import { decodeBase64 } from './decode-base64.ts';
import type { DraftAttachment } from './list-attachments.ts';
import { OutlookError } from './outlook-error.ts';
import { untilAborted } from './until-aborted.ts';

/** `empty`: Outlook says the file has a size but hands over nothing, as with some data protection rules. */
export type UnreadableReason = 'cloud' | 'item' | 'empty' | 'refused';

/** A file that Outlook does not hand over. */
export class UnreadableAttachment extends Error {
  readonly attachmentId: string;
  readonly reason: UnreadableReason;

  constructor(attachmentId: string, reason: UnreadableReason, cause?: unknown) {
    super(reason, { cause });
    this.attachmentId = attachmentId;
    this.reason = reason;
  }
}

const PATIENCE_MS = 180_000;
let lastReading: Promise<unknown> = Promise.resolve();

/** The bytes of a file. Files are read one after the other, for Outlook hands each over as one long text.
 *  @throws UnreadableAttachment; an AbortError once `signal` says so */
export function readAttachment(attachment: DraftAttachment, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const reading = untilAborted(lastReading, signal).then(() => readNow(attachment, signal));
  // Without their results, or every file that was read would stay in memory.
  lastReading = Promise.allSettled([lastReading, reading]).then(() => undefined);
  return reading;
}

async function readNow({ id, size }: DraftAttachment, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const { content, format } = await contentOf(id, signal);
  if (format === Office.MailboxEnums.AttachmentContentFormat.Url) throw new UnreadableAttachment(id, 'cloud');
  if (format !== Office.MailboxEnums.AttachmentContentFormat.Base64) throw new UnreadableAttachment(id, 'item');
  const bytes = await decodeBase64(content).catch((cause: unknown) => {
    throw new UnreadableAttachment(id, 'refused', cause);
  });
  if (bytes.length === 0 && size > 0) throw new UnreadableAttachment(id, 'empty');
  return bytes;
}

function contentOf(id: string, signal: AbortSignal): Promise<Office.AttachmentContent> {
  const reading = callOffice<Office.AttachmentContent>(
    (done) => composeItem().getAttachmentContentAsync(id, done),
    PATIENCE_MS,
    signal,
  );
  return reading.catch((cause: unknown) => {
    throw cause instanceof OutlookError ? new UnreadableAttachment(id, 'refused', cause) : cause;
  });
}
