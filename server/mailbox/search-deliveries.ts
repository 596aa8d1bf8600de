import type { InputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type * as mailbox from '../../contract/mailbox.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../http/page-cursor.ts';
import type { AccountOwner } from '../http/who.ts';
import { openAccountKey } from '../security/delivery-summary.ts';
import { searchKeyOf } from '../security/search-words.ts';
import { listPlaces } from '../store/delivery-search.ts';
import { describeEntry } from './describe-entry.ts';
import { lookThroughMailbox } from './look-through-mailbox.ts';
import { markOfEntries, readCriteria, type Search } from './read-criteria.ts';

/** One step of a search in the caller's mailbox, newest first; fewer entries than a page do not mean the end, a null `nextCursor` does.
 *  @throws search_words_missing, search_too_long, invalid_input */
export async function searchDeliveries(
  { cursor, ...criteria }: InputOf<typeof mailbox.searchDeliveries>,
  { accountId, account }: AccountOwner,
  { clock, keys }: Context,
): Promise<mailbox.SearchPage> {
  const place = cursor === undefined ? null : readCursor(cursor);
  const start = place && { sentAt: place.at, _id: place._id };
  const accountKey = await openAccountKey(account, keys);
  const searchKey = searchKeyOf(accountKey);
  const search = readCriteria(criteria, searchKey, clock.now());
  const [{ rows, end }, hasOlder] = await Promise.all([
    lookThroughMailbox(accountId, search, start, limits.pageOfDeliveries),
    hasEntriesBefore(accountId, markOfEntries(searchKey), search),
  ]);
  return {
    entries: rows.map((row) => describeEntry(row, accountKey, clock.now())),
    nextCursor: end && writeCursor(end.sentAt, end._id),
    searchedUntil: end && end.sentAt.toISOString(),
    hasOlder,
  };
}

async function hasEntriesBefore(accountId: string, mark: string, { isUsualStretch, within }: Search): Promise<boolean> {
  if (!isUsualStretch) return false;
  const older = await listPlaces(accountId, mark, { start: null, sentAfter: null, sentBefore: within.sentAfter }, 1);
  return older.length > 0;
}
