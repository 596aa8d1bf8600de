import { type Found, type Look, lookAlongRarest, lookThrough, type Seen } from '../message/look-through.ts';
import type { DeliveryDocument, PageStart } from '../store/deliveries.ts';
import { findMatching, listEntriesWith, listPlaces } from '../store/delivery-search.ts';
import type { Search } from './read-criteria.ts';

/** Looks through the mailbox for more than `wanted` entries, in bounded steps. */
export async function lookThroughMailbox(
  accountId: string,
  search: Search,
  start: PageStart | null,
  wanted: number,
): Promise<Found<DeliveryDocument>> {
  const { condition, within } = search;
  const isOneWord = condition.words.length + condition.wordsNot.length === 1;
  const look = (step: Look) =>
    isOneWord
      ? lookAlongOne(accountId, search, step)
      : lookAlongRarest(
          step,
          (word, from, most) => listPlaces(accountId, word, { ...within, start: from }, most),
          (ids) => findMatching(accountId, ids, condition),
        );
  return lookThrough(condition.words, look, start, wanted);
}

/** Where one word is all, its entries come in one step; only those that have ended are looked at again. */
async function lookAlongOne(
  accountId: string,
  { condition, within }: Search,
  { words: [word = ''], start, most }: Look,
): Promise<Seen<DeliveryDocument>> {
  const { folders, isUnread, ended } = condition;
  const entries = await listEntriesWith(accountId, word, { ...within, start }, most);
  const wanted = entries.filter((entry) => folders.includes(entry.folder) && (isUnread ?? entry.isUnread) === entry.isUnread);
  const isOver = ({ recalledAt, expiresAt }: DeliveryDocument) =>
    recalledAt !== null || (expiresAt !== null && expiresAt <= ended.now);
  const over = wanted.filter(isOver);
  const kept = over.length > 0 ? new Set(idsOf(await findMatching(accountId, idsOf(over), condition))) : new Set<string>();
  return { word, places: entries, rows: wanted.filter((entry) => !isOver(entry) || kept.has(entry._id)) };
}

const idsOf = (places: readonly PageStart[]) => places.map(({ _id }) => _id);
