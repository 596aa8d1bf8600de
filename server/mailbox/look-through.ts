import { limits } from '../../contract/limits.ts';
import type { DeliveryDocument, PageStart } from '../store/deliveries.ts';
import { type Condition, findMatching, listEntriesWith, listPlaces, type Stretch } from '../store/delivery-search.ts';
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
  const look = condition.words.length + condition.wordsNot.length === 1 ? lookAlongOne : lookAlongRarest;
  const rows: DeliveryDocument[] = [];
  let words: readonly string[] = condition.words.slice(0, MOST_COMPARED);
  let end = start;
  let left: number = limits.searchedEntries;
  for (let most = FIRST_LOOK; left > 0 && rows.length <= wanted; most = Math.min(4 * most, LONGEST_LOOK, left)) {
    left -= most * words.length;
    const seen = await look({ accountId, words, condition, stretch: { ...within, start: end }, most });
    rows.push(...seen.rows);
    words = [seen.word];
    end = seen.places.length < most ? null : (seen.places.at(-1) ?? null);
    if (end === null) break;
  }
  return rows.length > wanted ? { rows: rows.slice(0, wanted), end: rows[wanted - 1] ?? null } : { rows, end };
}

interface Look {
  readonly accountId: string;
  readonly words: readonly string[];
  readonly condition: Condition;
  readonly stretch: Stretch;
  readonly most: number;
}

interface Seen {
  readonly word: string;
  readonly places: readonly PageStart[];
  readonly rows: readonly DeliveryDocument[];
}

/** Where one word is all, its entries come in one step; only those that have ended are looked at again. */
async function lookAlongOne({ accountId, words: [word = ''], condition, stretch, most }: Look): Promise<Seen> {
  const { folders, isUnread, ended } = condition;
  const entries = await listEntriesWith(accountId, word, stretch, most);
  const wanted = entries.filter((entry) => folders.includes(entry.folder) && (isUnread ?? entry.isUnread) === entry.isUnread);
  const isOver = ({ recalledAt, expiresAt }: DeliveryDocument) =>
    recalledAt !== null || (expiresAt !== null && expiresAt <= ended.now);
  const over = wanted.filter(isOver);
  const kept = over.length > 0 ? new Set(idsOf(await findMatching(accountId, idsOf(over), condition))) : new Set<string>();
  return { word, places: entries, rows: wanted.filter((entry) => !isOver(entry) || kept.has(entry._id)) };
}

async function lookAlongRarest({ accountId, words, condition, stretch, most }: Look): Promise<Seen> {
  const lists = await Promise.all(words.map((word) => listPlaces(accountId, word, stretch, most)));
  const { index, places } = rarest(lists, most);
  const rows = places.length > 0 ? await findMatching(accountId, idsOf(places), condition) : [];
  return { word: words[index] ?? '', places, rows };
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
