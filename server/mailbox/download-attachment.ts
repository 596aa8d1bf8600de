import type { Context, OutgoingFile } from '../context.ts';
import type { Recipient } from '../http/who.ts';
import { findOwn, recordDownloadIfReadable } from '../store/readings.ts';
import { findReader } from './find-reader.ts';
import { openFile, whyNotDownloadable } from './open-file.ts';

/** An attachment as a download. Permission and record are one update, before the first byte.
 *  @throws message_not_found, message_expired, message_recalled, attachment_not_found */
export async function downloadAttachment(
  { deliveryId, attachmentId }: { deliveryId: string; attachmentId: string },
  caller: Recipient,
  context: Context,
): Promise<OutgoingFile> {
  const now = context.clock.now();
  const entry = await findReader(deliveryId, caller);
  const message =
    entry.role === 'author'
      ? await findOwn(entry.messageId, entry.accountId)
      : await recordDownloadIfReadable(entry, attachmentId, now);
  if (!message) throw await whyNotDownloadable(entry, now);
  return { ...(await openFile(message, attachmentId, context)), shown: 'attachment' };
}
