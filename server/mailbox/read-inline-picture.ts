import { isInlinePicture } from '../../contract/raster-picture.ts';
import type { Context, OutgoingFile } from '../context.ts';
import type { Recipient } from '../http/who.ts';
import { findReader } from './find-reader.ts';
import { openFile } from './open-file.ts';
import { findReadable } from './record-download.ts';

/** A picture that the body shows by `cid:`; records nothing, since the message is open already. Reading it is reading the message, so it does
 *  not ask whether files may be saved. @throws message_not_found, message_expired, message_recalled, attachment_not_found */
export async function readInlinePicture(
  { deliveryId, attachmentId }: { deliveryId: string; attachmentId: string },
  caller: Recipient,
  context: Context,
): Promise<OutgoingFile> {
  const entry = await findReader(deliveryId, caller);
  const allowed = findReadable(entry, context.clock.now());
  return { ...(await openFile(allowed, attachmentId, context, isInlinePicture)), shown: 'inline' };
}
