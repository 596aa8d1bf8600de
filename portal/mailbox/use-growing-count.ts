import { startTransition, useEffect, useState } from 'react';

const STEP = 10;

/** How many of so many lines to draw: grows until it is all of them, at once but some at a time, so that a slow phone stays awake in between. */
export function useGrowingCount(total: number): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (count < total) startTransition(() => setCount(count + STEP));
  }, [count, total]);
  return Math.min(count, total);
}
