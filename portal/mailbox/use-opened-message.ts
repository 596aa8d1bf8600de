import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CallError } from '../../contract/call.ts';
import { identifier } from '../../contract/identifier.ts';
import { openMessage } from '../../contract/mailbox.ts';
import { call } from '../api.ts';
import { useDeliveryChanges } from './use-deliveries.ts';

/** Opens a message, anew each time it is shown, so that a recall holds; the list learns that it is read. */
export function useOpenedMessage(deliveryId: string) {
  const { markRead } = useDeliveryChanges();
  const opened = useQuery({
    queryKey: ['message', deliveryId],
    queryFn: ({ signal }) => open(deliveryId, signal),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
  });
  const { isSuccess } = opened;
  useEffect(() => {
    if (isSuccess) markRead(deliveryId);
  }, [isSuccess, markRead, deliveryId]);
  return opened;
}

function open(deliveryId: string, signal: AbortSignal) {
  if (!identifier.safeParse(deliveryId).success) return Promise.reject(new CallError('message_not_found'));
  return call(openMessage, { deliveryId }, signal);
}
