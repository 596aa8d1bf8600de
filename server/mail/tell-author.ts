import type { Context } from '../context.ts';
import { findAccepted, markBounced } from '../store/messages.ts';
import { type OutboxDocument, oweMail } from '../store/outbox.ts';

/** Notes that a recipient was not reached and owes the author of the message a mail that says so: staff inside the organisation, an
 *  account to the world. Done again it owes nothing new. Nobody is told of another mail. */
export async function tellAuthor(failed: OutboxDocument, context: Context): Promise<void> {
  const { kind, messageId, deliveryId } = failed;
  if (!messageId || !deliveryId || (kind !== 'notification' && kind !== 'message')) return;
  const message = await findAccepted(messageId);
  if (!message) return;
  const now = context.clock.now();
  await markBounced(messageId, deliveryId, now);
  const { author } = message;
  const route = author.kind === 'staff' ? 'organisation' : 'relay';
  await oweMail(
    { _id: `delivery-failed:${deliveryId}`, kind: 'delivery-failed', route, address: author.address, messageId, deliveryId },
    now,
  );
  context.wakeWorker();
}
