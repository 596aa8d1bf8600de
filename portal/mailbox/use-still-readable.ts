import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readEntry } from '../../contract/mailbox.ts';
import { call } from '../api.ts';
import { refreshFolders } from './use-deliveries.ts';

const ASK_EVERY_MS = 20_000;

/** While `isWatched`, asks whether an open message may still be read, and at once when the page is seen again. Once it was taken back or has
 *  expired `onEnded` is told and the lists are read anew. */
export function useStillReadable(deliveryId: string, isWatched: boolean, onEnded: () => Promise<unknown>): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isWatched) return;
    const asking = new AbortController();
    const ask = async () => {
      if (document.visibilityState === 'hidden') return;
      const { state } = await call(readEntry, { deliveryId }, asking.signal);
      if (state === 'readable') return;
      void refreshFolders(client);
      void onEnded();
    };
    // Without an answer it is asked again.
    const look = () => void ask().catch(() => undefined);
    const timer = setInterval(look, ASK_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      asking.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client, deliveryId, isWatched, onEnded]);
}
