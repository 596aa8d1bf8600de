import mongoose from 'mongoose';
import { Deliveries, type DeliveryDocument } from './deliveries.ts';

const { trusted } = mongoose;

/** Entries that end at `before` or earlier and have not been looked at for a reminder, the soonest first. */
export async function listReminderOwed(before: Date, limit: number): Promise<readonly DeliveryDocument[]> {
  return Deliveries.find(
    { isReminderOwed: true, expiresAt: trusted({ $lte: before, $gt: new Date(0) }) },
    { words: 0, sealedSummary: 0 },
  )
    .sort({ expiresAt: 1, _id: 1 })
    .hint('reminder')
    .limit(limit)
    .lean<DeliveryDocument[]>();
}

/** Notes that this version of an entry was looked at for a reminder; does nothing when the message has changed since. */
export async function settleReminder({ _id, version }: Pick<DeliveryDocument, '_id' | 'version'>): Promise<void> {
  await Deliveries.updateOne({ _id, version, isReminderOwed: true }, { $set: { isReminderOwed: false } });
}

/** Whether an entry still waits unread in its reader's inbox. */
export async function isUnreadInInbox(deliveryId: string): Promise<boolean> {
  return (await Deliveries.exists({ _id: deliveryId, folder: 'inbox', isUnread: true })) !== null;
}
