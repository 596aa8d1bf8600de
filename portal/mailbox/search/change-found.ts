import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { MailboxEntry, SearchPage } from '../../../contract/mailbox.ts';

/** What is kept of a search; the id of the search follows. */
export const SEARCHES = 'searches';

/** Shows a change of entries wherever a search has found them. */
export function changeFound(client: QueryClient, change: (entry: MailboxEntry) => MailboxEntry): void {
  client.setQueriesData<InfiniteData<SearchPage>>(
    { queryKey: [SEARCHES] },
    (known) => known && { ...known, pages: known.pages.map((page) => ({ ...page, entries: page.entries.map(change) })) },
  );
}
