import mongoose from 'mongoose';
import './refuse-unknown.ts';
import { isDuplicateKey } from './database.ts';
import { olderThan } from './older-than.ts';

const { trusted } = mongoose;

/** `purged`: nothing of the entry is left but its ids, so that no later change of the message brings it back. */
export type DeliveryFolder = 'inbox' | 'sent' | 'deleted' | 'purged';

/** One entry of an account's mailbox. Rights are the message's; what is the reader's own lives here. */
export interface DeliveryDocument {
  readonly _id: string;
  readonly accountId: string;
  readonly messageId: string;
  /** The conversation of the message. */
  readonly threadId: string;
  /** Whether the account received the message or wrote it; stays, whatever the folder. */
  readonly role: 'reader' | 'author';
  readonly folder: DeliveryFolder;
  readonly deletedAt: Date | null;
  readonly isUnread: boolean;
  readonly sentAt: Date;
  readonly expiresAt: Date | null;
  readonly recalledAt: Date | null;
  readonly moreTimeAskedAt?: Date | null;
  /** Subject, people and count of files, sealed with the account's key. */
  readonly sealedSummary: Buffer;
  /** Keyed hashes of the words one can search for. */
  readonly words: readonly string[];
  /** Whether its message was purged: nothing of it is written here any more. */
  readonly isStripped?: boolean;
  /** Of the message this entry was last made from. */
  readonly version: number;
  /** Whether it is still to be looked at for a reminder; each version of a reader's entry is, once. */
  readonly isReminderOwed?: boolean;
}

const text = { type: String, required: true };
const deliverySchema = new mongoose.Schema<DeliveryDocument>(
  {
    _id: text,
    accountId: text,
    messageId: text,
    threadId: text,
    role: text,
    folder: text,
    deletedAt: { type: Date, default: null },
    isUnread: { type: Boolean, required: true },
    sentAt: { type: Date, required: true },
    expiresAt: { type: Date, default: null },
    recalledAt: { type: Date, default: null },
    moreTimeAskedAt: Date,
    sealedSummary: { type: Buffer, required: true },
    words: { type: [String], default: [] },
    isStripped: Boolean,
    version: { type: Number, required: true },
    isReminderOwed: Boolean,
  },
  { collection: 'deliveries', versionKey: false },
);
deliverySchema.index({ accountId: 1, messageId: 1 }, { name: 'one-per-message', unique: true });
deliverySchema.index({ accountId: 1, folder: 1, sentAt: -1, _id: -1 }, { name: 'folder' });
deliverySchema.index({ accountId: 1, threadId: 1, sentAt: -1, _id: -1 }, { name: 'thread' });
deliverySchema.index({ accountId: 1, words: 1, sentAt: -1, _id: -1 }, { name: 'search' });
deliverySchema.index({ accountId: 1, folder: 1, _id: 1 }, { name: 'unread', partialFilterExpression: { isUnread: true } });
deliverySchema.index({ deletedAt: 1, _id: 1 }, { name: 'deleted', partialFilterExpression: { folder: 'deleted' } });
deliverySchema.index({ expiresAt: 1, _id: 1 }, { name: 'reminder', partialFilterExpression: { isReminderOwed: true } });

/** For the queries on entries, wherever they stand in the store. */
export const Deliveries = mongoose.model('deliveries', deliverySchema);

/** What is left of a purged entry is no entry. */
export const notPurged = trusted({ $ne: 'purged' as const });

/** Writes an entry over an older one, or makes it; does nothing when one of this version or a newer one is there, or once it or its message was
 *  purged. Where its reader put it stays. */
export async function writeIfNewer(entry: DeliveryDocument): Promise<void> {
  const { _id, folder, deletedAt, isUnread, ...derived } = entry;
  const isStripped = trusted({ $ne: true });
  const older = { _id, accountId: entry.accountId, folder: notPurged, isStripped, version: trusted({ $lt: entry.version }) };
  try {
    await Deliveries.updateOne(older, { $set: derived, $setOnInsert: { folder, deletedAt, isUnread } }, { upsert: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // Another made the entry at this moment: from an older version, or from this or a newer one. Now that it is there, the condition tells.
    await Deliveries.updateOne(older, { $set: derived });
  }
}

/** Those of these entries that were made from this version of their message or a newer one. */
export async function listEntriesFrom(deliveryIds: readonly string[], version: number): Promise<ReadonlySet<string>> {
  const found = await Deliveries.find(
    { _id: trusted({ $in: [...deliveryIds] }), version: trusted({ $gte: version }) },
    { _id: 1 },
  )
    .hint({ _id: 1 })
    .lean();
  return new Set(found.map(({ _id }) => _id));
}

/** Those of these entries that their readers have deleted for good. */
export async function listPurgedEntries(deliveryIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await Deliveries.find({ _id: trusted({ $in: [...deliveryIds] }), folder: 'purged' }, { _id: 1 })
    .hint({ _id: 1 })
    .lean();
  return new Set(found.map(({ _id }) => _id));
}

/** What is left of an entry whose message was purged. */
type Stripped = Pick<DeliveryDocument, '_id' | 'accountId' | 'sealedSummary' | 'expiresAt'>;

/** Leaves of an entry no more than the new summary says, its end, and no word to search for, for good. */
export async function stripEntry({ _id, accountId, sealedSummary, expiresAt }: Stripped): Promise<void> {
  await Deliveries.updateOne({ _id, accountId }, { $set: { sealedSummary, expiresAt, words: [], isStripped: true } });
}

/** The entry with this id in this account's mailbox, unless it was purged. */
export async function findOwnDelivery(deliveryId: string, accountId: string): Promise<DeliveryDocument | null> {
  return Deliveries.findOne({ _id: deliveryId, accountId, folder: notPurged }).lean<DeliveryDocument>();
}

/** The entry a notification's link names, whoever asks; never hand its content on. */
export async function findDeliveryOfLink(
  deliveryId: string,
): Promise<Pick<DeliveryDocument, '_id' | 'accountId' | 'messageId'> | null> {
  return Deliveries.findById(deliveryId, { accountId: 1, messageId: 1 }).lean<
    Pick<DeliveryDocument, '_id' | 'accountId' | 'messageId'>
  >();
}

/** Marks an entry read. */
export async function markRead(deliveryId: string, accountId: string): Promise<void> {
  await Deliveries.updateOne({ _id: deliveryId, accountId, isUnread: true }, { $set: { isUnread: false } });
}

/** Where a page begins: after this entry. */
export interface PageStart {
  readonly sentAt: Date;
  readonly _id: string;
}

/** At most `limit` entries of a folder, newest first, after `start`: one index range. */
export async function listFolder(
  accountId: string,
  folder: DeliveryFolder,
  start: PageStart | null,
  limit: number,
): Promise<readonly DeliveryDocument[]> {
  return Deliveries.find({ accountId, folder, ...olderThan('sentAt', start) }, { words: 0 })
    .sort({ sentAt: -1, _id: -1 })
    .hint('folder')
    .limit(limit)
    .lean<DeliveryDocument[]>();
}

/** At most `limit` entries of one conversation in Inbox and Sent, newest first: one index range. */
export async function listThread(accountId: string, threadId: string, limit: number): Promise<readonly DeliveryDocument[]> {
  const folder = trusted({ $in: ['inbox', 'sent'] as const });
  return Deliveries.find({ accountId, threadId, folder }, { words: 0 })
    .sort({ sentAt: -1, _id: -1 })
    .hint('thread')
    .limit(limit)
    .lean<DeliveryDocument[]>();
}

/** How many entries of the inbox are unread, counted up to `most`. */
export async function countUnread(accountId: string, most: number): Promise<number> {
  const rows = await Deliveries.find({ accountId, folder: 'inbox', isUnread: true }, { _id: 1 })
    .hint('unread')
    .limit(most)
    .lean();
  return rows.length;
}

/** The newest entry of a folder; null when it is empty. */
export async function findNewestId(accountId: string, folder: DeliveryFolder): Promise<string | null> {
  const newest = await Deliveries.findOne({ accountId, folder }, { _id: 1 }).sort({ sentAt: -1, _id: -1 }).hint('folder').lean();
  return newest?._id ?? null;
}
