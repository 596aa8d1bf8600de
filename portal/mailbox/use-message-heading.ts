import { useEffect, useRef } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';
import { isPhone } from '../page/screen-media.ts';

/** A heading that takes the focus when it appears as a new screen, as on a phone, or was opened by a key; beside the list the focus stays there. */
export function useMessageHeading() {
  const heading = useRef<HTMLHeadingElement>(null);
  const state: unknown = useHistoryState();
  const isAskedFor = typeof state === 'object' && state !== null && 'focus' in state && state.focus === 'message';
  useEffect(() => {
    if (isAskedFor || isPhone()) heading.current?.focus({ preventScroll: true });
  }, [isAskedFor]);
  return heading;
}
