import type { OutputOf } from '../../contract/endpoint.ts';
import { listSent, type SentEntry, searchSent } from '../../contract/track.ts';
import type { Api } from '../api.ts';

/** What the list shows. */
export type SentListState =
  | { readonly step: 'loading' }
  | { readonly step: 'failed'; readonly failure: unknown }
  | {
      readonly step: 'shown';
      readonly entries: readonly SentEntry[];
      readonly nextCursor: string | null;
      /** How far back a search has looked; null for the list, and once it has looked at everything. */
      readonly searchedUntil: string | null;
      readonly isMoreComing: boolean;
      readonly moreFailure: unknown;
    };

/** What lives as long as the tab. */
export interface SentFlow {
  readonly api: Api;
  readonly show: (state: SentListState) => void;
  state: SentListState;
  /** What is searched for; empty for the whole list. */
  text: string;
  /** Of the question under way; a newer one ends it. */
  asking: AbortController | null;
}

/** A search answers step by step; so many steps without a find are taken before people are asked. */
const STEPS = 5;

/** Shows what is found by these words, or everything, from the newest on. */
export async function showSent(flow: SentFlow, text: string, isQuiet = false): Promise<void> {
  flow.text = text;
  show(flow, { step: 'loading' });
  await ask(
    flow,
    null,
    (page) => shown(page),
    (failure) => ({ step: 'failed', failure }),
    isQuiet,
  );
}

/** Adds the next page; where that fails what is there stays. */
export async function showMore(flow: SentFlow): Promise<void> {
  const { state } = flow;
  if (state.step !== 'shown' || state.nextCursor === null) return;
  show(flow, { ...state, isMoreComing: true, moreFailure: null });
  await ask(
    flow,
    state.nextCursor,
    (page) => shown({ ...page, entries: [...state.entries, ...page.entries] }),
    (moreFailure) => ({ ...state, isMoreComing: false, moreFailure }),
  );
}

/** Looks what is new, quietly and without taking anything away meanwhile; nothing under way is disturbed. */
export async function refreshSent(flow: SentFlow): Promise<void> {
  const { state } = flow;
  if (flow.asking) return;
  if (state.step !== 'shown') return showSent(flow, flow.text, state.step === 'failed');
  await ask(
    flow,
    null,
    (page) => renewed(state, page),
    () => state,
    true,
  );
}

type Page = OutputOf<typeof listSent> & { readonly searchedUntil: string | null };

async function ask(
  flow: SentFlow,
  cursor: string | null,
  answered: (page: Page) => SentListState,
  failed: (failure: unknown) => SentListState,
  isQuiet = false,
): Promise<void> {
  flow.asking?.abort();
  const mine = new AbortController();
  flow.asking = mine;
  const next = await readPage(flow, cursor, mine.signal, isQuiet).then(answered, failed);
  if (flow.asking !== mine) return;
  flow.asking = null;
  show(flow, next);
}

async function readPage({ api, text }: SentFlow, cursor: string | null, signal: AbortSignal, isQuiet: boolean): Promise<Page> {
  const call = isQuiet ? api.callQuietly : api.call;
  let from = cursor;
  for (let step = 1; ; step += 1) {
    const place = from === null ? {} : { cursor: from };
    const page =
      text === ''
        ? { ...(await call(listSent, place, { signal })), searchedUntil: null }
        : await call(searchSent, { text, ...place }, { signal });
    if (page.entries.length > 0 || page.nextCursor === null || step === STEPS) return page;
    from = page.nextCursor;
  }
}

function shown({ entries, nextCursor, searchedUntil }: Page): SentListState {
  return { step: 'shown', entries, nextCursor, searchedUntil, isMoreComing: false, moreFailure: null };
}

/** The newest page before what was there behind it; where the two do not meet, the newest page alone. */
function renewed(before: Extract<SentListState, { step: 'shown' }>, page: Page): SentListState {
  // A search that has found nothing in its first steps has not come to what was found before.
  if (page.entries.length === 0 && page.nextCursor !== null) return before;
  const ids = new Set(page.entries.map(({ messageId }) => messageId));
  const oldest = before.entries.findLastIndex(({ messageId }) => ids.has(messageId));
  if (oldest < 0 || page.nextCursor === null) return shown(page);
  return { ...before, entries: [...page.entries, ...before.entries.slice(oldest + 1)] };
}

function show(flow: SentFlow, state: SentListState): void {
  flow.state = state;
  flow.show(state);
}
