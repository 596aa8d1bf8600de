import mongoose from 'mongoose';
import { Deliveries, type DeliveryDocument, type DeliveryFolder, type PageStart } from './deliveries.ts';

const { trusted } = mongoose;

/** A stretch of a mailbox: entries after `start` in the order of pages, sent from `sentAfter` on and before `sentBefore`. */
export interface Stretch {
  readonly start: PageStart | null;
  readonly sentAfter: Date | null;
  readonly sentBefore: Date | null;
}

/** At most `limit` places of entries that have this word, newest first: one range of the index, and no document is read. */
export async function listPlaces(
  accountId: string,
  word: string,
  stretch: Stretch,
  limit: number,
): Promise<readonly PageStart[]> {
  return queryAlong(accountId, word, stretch, limit).select({ sentAt: 1 }).lean<PageStart[]>();
}

/** The same with the entries themselves, whatever else holds of them. */
export async function listEntriesWith(
  accountId: string,
  word: string,
  stretch: Stretch,
  limit: number,
): Promise<readonly DeliveryDocument[]> {
  return queryAlong(accountId, word, stretch, limit).select({ words: 0 }).lean<DeliveryDocument[]>();
}

function queryAlong(accountId: string, word: string, { start, sentAfter, sentBefore }: Stretch, limit: number) {
  const sentAt = {
    ...(start ? { $lte: start.sentAt } : {}),
    ...(sentAfter ? { $gte: sentAfter } : {}),
    ...(sentBefore ? { $lt: sentBefore } : {}),
  };
  const within = Object.keys(sentAt).length > 0 ? { sentAt: trusted(sentAt) } : {};
  const after = start
    ? { $or: [{ sentAt: trusted({ $lt: start.sentAt }) }, { sentAt: start.sentAt, _id: trusted({ $lt: start._id }) }] }
    : {};
  return Deliveries.find({ accountId, words: word, ...within, ...after })
    .sort({ sentAt: -1, _id: -1 })
    .hint('search')
    .limit(limit);
}

/** What an entry must be to be found. */
export interface Condition {
  readonly words: readonly string[];
  readonly wordsNot: readonly string[];
  readonly folders: readonly DeliveryFolder[];
  readonly isUnread: boolean | null;
  /** An entry that was recalled or has expired by now must have one word of each group; null: it is never found. */
  readonly ended: { readonly now: Date; readonly oneOfEach: readonly (readonly string[])[] | null };
}

/** Those of the given entries that meet the condition, newest first. */
export async function findMatching(
  accountId: string,
  ids: readonly string[],
  condition: Condition,
): Promise<readonly DeliveryDocument[]> {
  const { words, wordsNot, folders, isUnread, ended } = condition;
  const all = words.length > 0 ? { $all: [...words] } : {};
  const none = wordsNot.length > 0 ? { $nin: [...wordsNot] } : {};
  const filter = {
    _id: trusted({ $in: [...ids] }),
    accountId,
    folder: trusted({ $in: [...folders] }),
    ...(isUnread === null ? {} : { isUnread }),
    ...(words.length + wordsNot.length > 0 ? { words: trusted({ ...all, ...none }) } : {}),
    $or: [
      { recalledAt: null, expiresAt: null },
      { recalledAt: null, expiresAt: trusted({ $gt: ended.now }) },
      ...(ended.oneOfEach === null ? [] : [{ $and: allOf(ended.oneOfEach) }]),
    ],
  };
  return Deliveries.find(filter, { words: 0 }).sort({ sentAt: -1, _id: -1 }).hint('_id_').lean<DeliveryDocument[]>();
}

/** An empty $and is none. */
function allOf(groups: readonly (readonly string[])[]) {
  return groups.length === 0 ? [{}] : groups.map((group) => ({ words: trusted({ $in: [...group] }) }));
}
