import type { Context, OutgoingFile } from '../context.ts';
import type { Recipient } from '../http/who.ts';
import { findReader } from './find-reader.ts';
import { openFile } from './open-file.ts';
import { recordDownload } from './record-download.ts';

/** An attachment as a download. Permission and record are one update, before the first byte.
 *  @throws message_not_found, message_expired, message_recalled, download_not_allowed, attachment_not_found */
export async function downloadAttachment(
  { deliveryId, attachmentId }: { deliveryId: string; attachmentId: string },
  caller: Recipient,
  context: Context,
): Promise<OutgoingFile> {
  const entry = await findReader(deliveryId, caller);
  const allowed = recordDownload(entry, attachmentId, context);
  return { ...(await openFile(allowed, attachmentId, context)), shown: 'attachment' };
}
