import { type QueryClient, useInfiniteQuery } from '@tanstack/react-query';
import { folders } from '../../contract/folders.ts';
import { type Folder, type MailboxEntry, listDeliveries } from '../../contract/mailbox.ts';
import { call } from '../api.ts';
import type { Pages } from './list-pages.ts';
import { foundEntry } from './search/change-found.ts';

const keyOf = (folder: Folder) => ['deliveries', folder] as const;

/** A folder, newest first, as far as it was asked for. */
export function useDeliveries(folder: Folder) {
  return useInfiniteQuery({
    queryKey: keyOf(folder),
    queryFn: ({ pageParam, signal }) =>
      call(listDeliveries, { folder, ...(pageParam === undefined ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => ({ entries: pages.flatMap(({ entries }) => entries), unreadCount: pages[0]?.unreadCount ?? 0 }),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  });
}

/** What is loaded of a folder; nothing before it was asked for. */
export function loadedPages(client: QueryClient, folder: Folder): Pages | undefined {
  return client.getQueryData<Pages>(keyOf(folder));
}

/** Changes what is loaded of a folder. */
export function changePages(client: QueryClient, folder: Folder, change: (pages: Pages) => Pages): void {
  client.setQueryData<Pages>(keyOf(folder), (known) => known && change(known));
}

/** Gives up the next page that is on its way, for it would bring back what was loaded before a change; the list asks for it again. */
export async function cancelNextPages(client: QueryClient): Promise<void> {
  await client.cancelQueries({ queryKey: ['deliveries'], predicate: ({ state }) => state.fetchMeta?.fetchMore !== undefined });
}

/** Has folders read anew: those on the screen now, the others when they are shown. */
export async function refreshFolders(client: QueryClient, which: readonly Folder[] = folders): Promise<void> {
  await Promise.all(which.map((folder) => client.invalidateQueries({ queryKey: keyOf(folder) })));
}

/** An entry that some list, a search or an open message knows. */
export function loadedEntry(client: QueryClient, deliveryId: string): MailboxEntry | null {
  for (const folder of folders) {
    for (const { entries } of loadedPages(client, folder)?.pages ?? []) {
      const found = entries.find((entry) => entry.deliveryId === deliveryId);
      if (found) return found;
    }
  }
  return foundEntry(client, deliveryId) ?? client.getQueryData<MailboxEntry>(entryKey(deliveryId)) ?? null;
}

/** Where a line that no list holds is kept. */
export const entryKey = (deliveryId: string) => ['entry', deliveryId] as const;
