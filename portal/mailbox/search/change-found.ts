import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { MailboxEntry, SearchPage } from '../../../contract/mailbox.ts';

/** What is kept of a search; the id of the search follows. */
export const SEARCHES = 'searches';

/** An entry that a search has found. */
export function foundEntry(client: QueryClient, deliveryId: string): MailboxEntry | null {
  for (const [, found] of client.getQueriesData<InfiniteData<SearchPage>>({ queryKey: [SEARCHES] })) {
    const entry = found?.pages.flatMap(({ entries }) => entries).find((one) => one.deliveryId === deliveryId);
    if (entry) return entry;
  }
  return null;
}

/** Shows a change of entries wherever a search has found them. */
export function changeFound(client: QueryClient, change: (entry: MailboxEntry) => MailboxEntry): void {
  client.setQueriesData<InfiniteData<SearchPage>>(
    { queryKey: [SEARCHES] },
    (known) => known && { ...known, pages: known.pages.map((page) => ({ ...page, entries: page.entries.map(change) })) },
  );
}
