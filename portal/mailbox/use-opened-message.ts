import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CallError } from '../../contract/call.ts';
import { isIdentifier } from '../../contract/identifier.ts';
import { openMessage } from '../../contract/mailbox.ts';
import { call } from '../api.ts';
import { showChange } from './change-lists.ts';
import { cancelNextPages, loadedEntry, loadedPages, refreshFolders } from './use-deliveries.ts';

/** Opens a message, anew each time it is shown, so that a recall holds; the list learns that it is read. */
export function useOpenedMessage(deliveryId: string) {
  const client = useQueryClient();
  const opened = useQuery({
    queryKey: ['message', deliveryId],
    queryFn: ({ signal }) => open(deliveryId, signal),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
  });
  const { isSuccess } = opened;
  useEffect(() => {
    if (!isSuccess) return;
    void showRead(client, deliveryId);
    // A list that is still on its way may have left before the message was opened.
    if (!loadedPages(client, 'inbox')) void refreshFolders(client, ['inbox']);
  }, [isSuccess, client, deliveryId]);
  return opened;
}

async function showRead(client: QueryClient, deliveryId: string): Promise<void> {
  await cancelNextPages(client);
  const entry = loadedEntry(client, deliveryId);
  if (entry?.isUnread) showChange(client, 'read', [entry], () => entry.folder);
}

function open(deliveryId: string, signal: AbortSignal) {
  if (!isIdentifier(deliveryId)) return Promise.reject(new CallError('message_not_found'));
  return call(openMessage, { deliveryId }, signal);
}
