import { useEffect, useRef } from 'react';
import { isPhone } from './screen-media.ts';

/** A heading that takes the focus when it appears as a new screen, as on a phone; beside the list the focus stays there. */
export function useMessageHeading() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isPhone()) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
