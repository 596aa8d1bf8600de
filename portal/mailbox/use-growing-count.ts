import { startTransition, useEffect, useState } from 'react';

const STEP = 10;

/** How many of so many lines to draw: grows until it is all of them, at once but some at a time, so that a slow phone stays awake in between. */
export function useGrowingCount(total: number): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (count < total) startTransition(() => setCount(count + STEP));
  }, [count, total]);
  // A few more than are drawn come at once: a row that stands must not go.
  return count > 0 && total - count <= STEP ? total : Math.min(count, total);
}
