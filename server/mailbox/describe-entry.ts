import type { MailboxEntry } from '../../contract/mailbox.ts';
import { unsealSummary } from '../security/delivery-summary.ts';
import type { DeliveryDocument } from '../store/deliveries.ts';

/** What a line of a list shows of an entry, in the contract's words. */
export function describeEntry(row: DeliveryDocument, accountKey: Buffer, now: Date): MailboxEntry {
  const { sender, recipients, subject, attachmentCount } = unsealSummary(row.sealedSummary, row._id, accountKey);
  return {
    deliveryId: row._id,
    sender,
    recipients: [...recipients],
    subject,
    attachmentCount,
    sentAt: row.sentAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    isUnread: row.isUnread,
    state: stateOf(row, now),
  };
}

/** Whether an entry can still be opened, and if not, why. */
export function stateOf(
  { recalledAt, expiresAt }: Pick<DeliveryDocument, 'recalledAt' | 'expiresAt'>,
  now: Date,
): 'readable' | 'expired' | 'recalled' {
  if (recalledAt !== null) return 'recalled';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'readable';
}
