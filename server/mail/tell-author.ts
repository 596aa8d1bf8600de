import type { BounceReason } from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { findAccepted, isFollowed, markBouncedIfStillAwaited, markBouncedIfUnread } from '../store/messages.ts';
import { type MailKind, type OutboxDocument, oweMail } from '../store/outbox.ts';

/** The mails to a recipient of a message whose failure its author is told of; each is about one delivery. */
const TOLD: readonly MailKind[] = ['notification', 'message', 'reminder'];

/** Whether the author of a message is told when this mail fails. */
export function isTold({ kind }: Pick<OutboxDocument, 'kind'>): boolean {
  return TOLD.includes(kind);
}

/** By more than clocks differ. */
const isLongBefore = (one: Date, other: Date) => other.getTime() - one.getTime() > 3_600_000;

type FailedMail = Pick<OutboxDocument, '_id' | 'kind' | 'messageId' | 'deliveryId' | 'createdAt'>;

/** Notes that a recipient was not reached, and why, and owes the author of the message a mail that says so: staff inside the organisation, an
 *  account to the world. Done again it owes nothing new. Nobody is told of another mail, of one that another has followed or
 *  after which the message was opened, of a reminder to somebody who has opened it or is known not to be reached, nor of a message that was taken back
 *  from the recipient or purged. */
export async function tellAuthor(mail: FailedMail, reason: BounceReason, context: Context): Promise<void> {
  const { _id: mailId, kind, messageId, deliveryId, createdAt } = mail;
  if (!messageId || !deliveryId || !isTold(mail)) return;
  const now = context.clock.now();
  const isReminder = kind === 'reminder';
  if (isReminder) await markBouncedIfUnread(messageId, deliveryId, reason, now);
  else await markBouncedIfStillAwaited(messageId, deliveryId, reason, { owedAt: createdAt, now });
  const message = await findAccepted(messageId);
  const recipient = message?.recipients.find((one) => one.deliveryId === deliveryId && one.recalledAt === null);
  if (!message || !recipient?.bouncedAt) return;
  if (isReminder ? isLongBefore(recipient.bouncedAt, createdAt) : isFollowed(recipient, createdAt)) return;
  const { address, kind: authorKind } = message.author;
  const route = authorKind === 'staff' ? 'organisation' : 'relay';
  // Sent again and failed again is told again; the same failure, noted twice, is not.
  const _id = `delivery-failed:${mailId}`;
  await oweMail({ _id, kind: 'delivery-failed', failedKind: kind, route, address, messageId, deliveryId }, now);
  context.wakeWorker();
}
