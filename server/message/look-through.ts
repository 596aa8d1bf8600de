import { limits } from '../../contract/limits.ts';
import type { PageStart } from '../store/deliveries.ts';

/** The first look takes somewhat more than a page, so that it fills it when most of what it sees is found. */
const FIRST_LOOK_PAGES = 1.28;
const LONGEST_LOOK = 500;
/** Of many words any few tell which one is rare. */
const MOST_COMPARED = 6;

/** One look: along these words, from `start` on, at so many entries of each at most. */
export interface Look {
  readonly words: readonly string[];
  readonly start: PageStart | null;
  readonly most: number;
}

/** What a look saw along the word it chose, and which of it is found. */
export interface Seen<Row> {
  readonly word: string;
  readonly places: readonly PageStart[];
  readonly rows: readonly Row[];
}

/** What one call found, and where the next goes on; null when nothing is left. */
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly end: PageStart | null;
}

/** Looks through a list along the word that is rarest from here on, until there are more than `wanted` entries, nothing is left, or 1,000
 *  entries of the index were looked at: words that are common and never meet cost no more than that. */
export async function lookThrough<Row extends PageStart>(
  allWords: readonly string[],
  look: (look: Look) => Promise<Seen<Row>>,
  start: PageStart | null,
  wanted: number,
): Promise<Found<Row>> {
  const rows: Row[] = [];
  let words: readonly string[] = allWords.slice(0, MOST_COMPARED);
  let end = start;
  let left: number = limits.searchedEntries;
  const first = Math.ceil(FIRST_LOOK_PAGES * wanted);
  for (let most = first; left > 0 && rows.length <= wanted; most = Math.min(4 * most, LONGEST_LOOK, left)) {
    left -= most * words.length;
    const seen = await look({ words, start: end, most });
    rows.push(...seen.rows);
    words = [seen.word];
    end = seen.places.length < most ? null : (seen.places.at(-1) ?? null);
    if (end === null) break;
  }
  return rows.length > wanted ? { rows: rows.slice(0, wanted), end: placeOf(rows[wanted - 1]) } : { rows, end };
}

/** Looks along the word that reaches furthest back, and has what stands there matched by id. */
export async function lookAlongRarest<Row>(
  { words, start, most }: Look,
  listPlaces: (word: string, start: PageStart | null, most: number) => Promise<readonly PageStart[]>,
  findMatching: (ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<Seen<Row>> {
  const lists = await Promise.all(words.map((word) => listPlaces(word, start, most)));
  const { index, places } = rarest(lists, most);
  const rows = places.length > 0 ? await findMatching(places.map(({ _id }) => _id)) : [];
  return { word: words[index] ?? '', places, rows };
}

const placeOf = (row: PageStart | undefined) => (row ? { sentAt: row.sentAt, _id: row._id } : null);

/** The list that reaches furthest back: one that ended before the others filled up, else the one whose last entry is the oldest. */
function rarest(lists: readonly (readonly PageStart[])[], full: number) {
  const reach = (places: readonly PageStart[]) =>
    places.length < full ? places.length - full : (places.at(-1)?.sentAt.getTime() ?? 0);
  const reaches = lists.map(reach);
  const index = reaches.indexOf(Math.min(...reaches));
  return { index, places: lists[index] ?? [] };
}
