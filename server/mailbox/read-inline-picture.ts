import { isInlinePicture } from '../../contract/raster-picture.ts';
import type { Context, OutgoingFile } from '../context.ts';
import type { Recipient } from '../http/who.ts';
import { findIfReadable, findOwn } from '../store/readings.ts';
import { findReader } from './find-reader.ts';
import { openFile, whyNotDownloadable } from './open-file.ts';

/** A picture that the body shows by `cid:`; records nothing, since the message is open already.
 *  @throws message_not_found, message_expired, message_recalled, attachment_not_found */
export async function readInlinePicture(
  { deliveryId, attachmentId }: { deliveryId: string; attachmentId: string },
  caller: Recipient,
  context: Context,
): Promise<OutgoingFile> {
  const now = context.clock.now();
  const entry = await findReader(deliveryId, caller);
  const message = entry.role === 'author' ? await findOwn(entry.messageId, entry.accountId) : await findIfReadable(entry, now);
  if (!message) throw await whyNotDownloadable(entry, now);
  return { ...(await openFile(message, attachmentId, context, isInlinePicture)), shown: 'inline' };
}
