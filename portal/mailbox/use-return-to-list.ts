import { useEffect, useLayoutEffect, useRef } from 'react';
import { findRow } from './focus-row.ts';
import { isPhone } from '../page/screen-media.ts';

/** Where list and message take turns (on a phone, in full screen): the message begins at its top, and on the way back the list stands where it
 *  was, with the focus on the message that was open. */
export function useReturnToList(deliveryId: string | null, isFull: boolean): void {
  const before = useRef({ deliveryId, isFull });
  const listScroll = useRef(0);
  useEffect(() => {
    if (deliveryId !== null) return;
    const remember = () => {
      listScroll.current = scrollY;
    };
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [deliveryId]);
  useLayoutEffect(() => {
    const left = before.current;
    before.current = { deliveryId, isFull };
    if (left.isFull && !isFull) findRow(left.deliveryId ?? '')?.focus();
    if (left.deliveryId === deliveryId || !isPhone()) return;
    if (deliveryId !== null && left.deliveryId === null) scrollTo(0, 0);
    if (deliveryId !== null || left.deliveryId === null) return;
    findRow(left.deliveryId)?.focus({ preventScroll: true });
    scrollTo(0, listScroll.current);
  }, [deliveryId, isFull]);
}
