import type { Context } from '../context.ts';
import type { Recipient } from '../http/who.ts';
import { findReader } from './find-reader.ts';
import { requireDownloadable } from './record-download.ts';

/** Whether files of a message may be saved now; records nothing.
 *  @throws message_not_found, message_expired, message_recalled, download_not_allowed */
export async function checkDownload({ deliveryId }: { deliveryId: string }, caller: Recipient, { clock }: Context) {
  await requireDownloadable(await findReader(deliveryId, caller), clock.now());
  return {};
}
