import { useEffect, useState } from 'react';

/** Calls `onPassed` once a notice has been up for `shownMs` without being pointed at or holding the focus (WCAG 2.2.1); while `isLasting` it stays.
 *  Returns what to put on the notice. */
export function usePassing(shownMs: number, onPassed: () => void, isLasting = false) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld || isLasting) return;
    const timer = setTimeout(onPassed, shownMs);
    return () => clearTimeout(timer);
  }, [isHeld, isLasting, shownMs, onPassed]);
  return {
    onPointerEnter: () => setIsHeld(true),
    onPointerLeave: () => setIsHeld(false),
    onFocus: () => setIsHeld(true),
    onBlur: () => setIsHeld(false),
  };
}
