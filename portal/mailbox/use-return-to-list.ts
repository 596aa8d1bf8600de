import { useEffect, useLayoutEffect, useRef } from 'react';
import { isPhone } from './screen-media.ts';

/** On a phone, where list and message take turns: the message begins at its top, and on the way back the list stands where it was,
 *  with the focus on the message that was open. */
export function useReturnToList(deliveryId: string | null): void {
  const before = useRef(deliveryId);
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
    before.current = deliveryId;
    if (left === deliveryId || !isPhone()) return;
    if (deliveryId !== null && left === null) scrollTo(0, 0);
    if (deliveryId !== null || left === null) return;
    document.getElementById(`row-${left}`)?.focus({ preventScroll: true });
    scrollTo(0, listScroll.current);
  }, [deliveryId]);
}
