import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listDeliveries, readNews } from '../../contract/mailbox.ts';
import { isCode } from '../../screen/is-code.ts';
import { call } from '../api.ts';
import { withNewest } from './list-pages.ts';
import { changePages, loadedPages } from './use-deliveries.ts';

const ASK_EVERY_MS = 20_000;

interface NewsWishes {
  /** So many messages have come. */
  readonly onNew: (count: number) => void;
  readonly onSignedOut: () => void;
  /** While a change of ours is under way the server's word is older than ours. */
  readonly isChanging: () => boolean;
}

/** Looks for new mail while the page is seen, and at once when it is seen again; only the first page is read anew, and only when something
 *  has changed. */
export function useNews({ onNew, onSignedOut, isChanging }: NewsWishes): void {
  const client = useQueryClient();
  useEffect(() => {
    const asking = new AbortController();
    let isAsking = false;
    const look = async () => {
      const before = loadedPages(client, 'inbox');
      const newest = before?.pages[0]?.entries[0];
      if (!before || isChanging()) return;
      const news = await call(readNews, {}, asking.signal);
      const isKnown = news.newestId === (newest?.deliveryId ?? null) && news.unreadCount === before.pages[0]?.unreadCount;
      if (isKnown || isChanging() || isLoading(client)) return;
      const page = await call(listDeliveries, { folder: 'inbox' }, asking.signal);
      // Changed here meanwhile: the next look tells.
      if (isChanging() || isLoading(client) || loadedPages(client, 'inbox') !== before) return;
      changePages(client, 'inbox', (pages) => withNewest(pages, page));
      const known = new Set(before.pages.flatMap(({ entries }) => entries.map(({ deliveryId }) => deliveryId)));
      const added = page.entries.filter(({ deliveryId, sentAt }) => !known.has(deliveryId) && sentAt >= (newest?.sentAt ?? ''));
      if (added.length > 0) onNew(added.length);
    };
    const ask = () => {
      if (isAsking || document.visibilityState === 'hidden') return;
      isAsking = true;
      look()
        .catch((failure: unknown) => {
          // Whatever else fails now is asked again soon, and nobody waits for it.
          if (isCode(failure, 'not_signed_in')) onSignedOut();
        })
        .finally(() => {
          isAsking = false;
        });
    };
    const timer = setInterval(ask, ASK_EVERY_MS);
    document.addEventListener('visibilitychange', ask);
    return () => {
      asking.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [client, onNew, onSignedOut, isChanging]);
}

/** Whether more of the inbox is on its way, which would put what is loaded now back in its place. */
const isLoading = (client: QueryClient) => client.isFetching({ queryKey: ['deliveries', 'inbox'] }) > 0;
