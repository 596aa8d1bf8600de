import { limits } from '../../contract/limits.ts';
import type { DeliveryDocument, PageStart } from '../store/deliveries.ts';
import { findMatching, listPlaces } from '../store/delivery-search.ts';
import type { Search } from './read-criteria.ts';

/** Somewhat more than a page, so that one look fills it when most of what it sees is found. */
const FIRST_LOOK = 64;
const LONGEST_LOOK = 500;
/** Of many words any few tell which one is rare. */
const MOST_COMPARED = 6;

/** What one call found, and where the next goes on; null when nothing is left. */
export interface Found {
  readonly rows: readonly DeliveryDocument[];
  readonly end: PageStart | null;
}

/** Looks through the mailbox along the word that is rarest from here on, until there are more than `wanted` entries, nothing is left, or
 *  1,000 entries of the index were looked at: words that are common and never meet cost no more than that. */
export async function lookThrough(accountId: string, search: Search, start: PageStart | null, wanted: number): Promise<Found> {
  const { condition, within } = search;
  const rows: DeliveryDocument[] = [];
  let words: readonly string[] = condition.words.slice(0, MOST_COMPARED);
  let end = start;
  let left: number = limits.searchedEntries;
  for (let look = FIRST_LOOK; left > 0 && rows.length <= wanted; look = Math.min(4 * look, LONGEST_LOOK)) {
    const most = Math.min(look, left);
    const lists = await Promise.all(words.map((word) => listPlaces(accountId, word, { ...within, start: end }, most)));
    left -= most * words.length;
    const { index, places } = rarest(lists, most);
    words = words.slice(index, index + 1);
    if (places.length > 0) rows.push(...(await findMatching(accountId, idsOf(places), condition)));
    end = places.length < most ? null : (places.at(-1) ?? null);
    if (end === null) break;
  }
  return rows.length > wanted ? { rows: rows.slice(0, wanted), end: rows[wanted - 1] ?? null } : { rows, end };
}

const idsOf = (places: readonly PageStart[]) => places.map(({ _id }) => _id);

/** The list that reaches furthest back: one that ended before the others filled up, else the one whose last entry is the oldest. */
function rarest(lists: readonly (readonly PageStart[])[], full: number) {
  const reach = (places: readonly PageStart[]) =>
    places.length < full ? places.length - full : (places.at(-1)?.sentAt.getTime() ?? 0);
  const reaches = lists.map(reach);
  const index = reaches.indexOf(Math.min(...reaches));
  return { index, places: lists[index] ?? [] };
}
