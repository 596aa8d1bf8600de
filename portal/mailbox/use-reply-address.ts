import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { useMailbox } from './mailbox-context.ts';
import { FULL, messageAddress } from './message-address.ts';

/** Where the answer to a message is written: an address above the message's own, so that Back leads from it to the message, and closing it
 *  leaves no second step back. */
export function useReplyAddress(deliveryId: string) {
  const [, navigate] = useLocation();
  const { place, isFull } = useMailbox();
  const state: unknown = useHistoryState();
  const isAboveMessage = typeof state === 'object' && state !== null && 'isAboveMessage' in state;
  const address = messageAddress(place, deliveryId);
  return {
    open: (path: 'reply' | 'reply-all') =>
      navigate(`${address}/${path}${isFull ? `?${FULL}` : ''}`, { state: { isAboveMessage: true } }),
    close: () => {
      if (isAboveMessage) history.back();
      else navigate(messageAddress(place, deliveryId, isFull), { replace: true });
    },
  };
}
