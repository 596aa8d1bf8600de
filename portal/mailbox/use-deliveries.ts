import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { OutputOf } from '../../contract/endpoint.ts';
import { type Folder, type MailboxEntry, listDeliveries } from '../../contract/mailbox.ts';
import { limits } from '../../contract/limits.ts';
import { call } from '../api.ts';

type Page = OutputOf<typeof listDeliveries>;
type Pages = InfiniteData<Page, string | undefined>;

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
  });
}

/** What the lists are told when a message was opened or a reply was sent. */
export function useDeliveryChanges() {
  const client = useQueryClient();
  const refresh = useCallback((folder: Folder) => client.invalidateQueries({ queryKey: keyOf(folder) }), [client]);
  const markRead = useCallback(
    (deliveryId: string) => {
      // A list that is still on its way may have left before the message was opened.
      if (client.getQueryData<Pages>(keyOf('inbox')))
        client.setQueryData<Pages>(keyOf('inbox'), (known) => known && withoutUnread(known, deliveryId));
      else void refresh('inbox');
    },
    [client, refresh],
  );
  return { markRead, refresh };
}

function withoutUnread(known: Pages, deliveryId: string): Pages {
  const isThis = (entry: MailboxEntry) => entry.deliveryId === deliveryId && entry.isUnread;
  if (!known.pages.some(({ entries }) => entries.some(isThis))) return known;
  const lessOne = (count: number) => (count > limits.countedUnread ? count : Math.max(0, count - 1));
  const pages = known.pages.map((page) => ({
    ...page,
    unreadCount: lessOne(page.unreadCount),
    entries: page.entries.map((entry) => (isThis(entry) ? { ...entry, isUnread: false } : entry)),
  }));
  return { ...known, pages };
}
