import mongoose from 'mongoose';
import { Deliveries, type DeliveryDocument, type DeliveryFolder, notPurged } from './deliveries.ts';

const { trusted } = mongoose;

/** Entries of one account's mailbox. */
interface OwnEntries {
  readonly accountId: string;
  readonly deliveryIds: readonly string[];
}

const own = ({ accountId, deliveryIds }: OwnEntries) => ({ _id: trusted({ $in: [...deliveryIds] }), accountId });
const kept = trusted({ $in: ['inbox', 'sent'] as DeliveryFolder[] });

/** Moves entries to Deleted unless they are there already: those keep their day. Answers which of them are in Deleted now. */
export async function deleteUnlessDeleted(entries: OwnEntries, now: Date): Promise<readonly string[]> {
  await Deliveries.updateMany({ ...own(entries), folder: kept }, { $set: { folder: 'deleted', deletedAt: now } });
  return idsOf({ ...own(entries), folder: 'deleted' });
}

/** Moves entries from Deleted back to their own folder: what was received to the inbox, what was written to Sent. Answers which of them are
 *  in their own folder now. */
export async function restoreIfDeleted(entries: OwnEntries): Promise<readonly string[]> {
  const deleted = { ...own(entries), folder: 'deleted' as const };
  await Deliveries.updateMany({ ...deleted, role: 'reader' }, { $set: { folder: 'inbox', deletedAt: null } });
  await Deliveries.updateMany({ ...deleted, role: 'author' }, { $set: { folder: 'sent', deletedAt: null } });
  return idsOf({ ...own(entries), folder: kept });
}

/** Marks entries that were received read or unread. Answers which of them are so now. */
export async function markIfReceived(entries: OwnEntries, isUnread: boolean): Promise<readonly string[]> {
  const received = { ...own(entries), role: 'reader' as const, folder: notPurged };
  await Deliveries.updateMany({ ...received, isUnread: !isUnread }, { $set: { isUnread } });
  return idsOf({ ...received, isUnread });
}

/** Empties entries that have been in Deleted since before `before`, at most `limit`; answers how many were looked at. What a reader takes back
 *  at this moment stays. Their ids stay too, so that a later version of the message does not bring the entry back. */
export async function purgeIfDeletedBefore(before: Date, limit: number): Promise<number> {
  const ended = { folder: 'deleted' as const, deletedAt: trusted({ $lt: before }) };
  const rows = await Deliveries.find(ended, { _id: 1 }).sort({ deletedAt: 1, _id: 1 }).hint('deleted').limit(limit).lean();
  const nothingLeft = { folder: 'purged' as const, isUnread: false, sealedSummary: Buffer.alloc(0), words: [] };
  await Deliveries.updateMany({ _id: trusted({ $in: rows.map(({ _id }) => _id) }), ...ended }, { $set: nothingLeft });
  return rows.length;
}

async function idsOf(condition: mongoose.QueryFilter<DeliveryDocument>): Promise<readonly string[]> {
  const rows = await Deliveries.find(condition, { _id: 1 }).lean();
  return rows.map(({ _id }) => _id);
}
