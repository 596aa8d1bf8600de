import type { BounceReason } from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { findAccepted, markBouncedIfSent } from '../store/messages.ts';
import { type OutboxDocument, oweMail } from '../store/outbox.ts';

/** Notes that a recipient was not reached, and why, and owes the author of the message a mail that says so: staff inside the organisation, an
 *  account to the world. Done again it owes nothing new. Nobody is told of another mail, nor of a message that was taken back from the recipient
 *  or purged. */
export async function tellAuthor(
  {
    _id: mailId,
    kind,
    messageId,
    deliveryId,
    createdAt,
  }: Pick<OutboxDocument, '_id' | 'kind' | 'messageId' | 'deliveryId' | 'createdAt'>,
  reason: BounceReason,
  context: Context,
): Promise<void> {
  if (!messageId || !deliveryId || (kind !== 'notification' && kind !== 'message')) return;
  const now = context.clock.now();
  await markBouncedIfSent(messageId, deliveryId, reason, { sentSince: createdAt, now });
  const message = await findAccepted(messageId);
  const bouncedAt = message?.recipients.find((one) => one.deliveryId === deliveryId && one.recalledAt === null)?.bouncedAt;
  if (!message || !bouncedAt) return;
  const { address, kind: authorKind } = message.author;
  const route = authorKind === 'staff' ? 'organisation' : 'relay';
  // Sent again and failed again is told again; the same failure, noted twice, is not.
  const _id = `delivery-failed:${mailId}`;
  await oweMail({ _id, kind: 'delivery-failed', route, address, messageId, deliveryId }, now);
  context.wakeWorker();
}
