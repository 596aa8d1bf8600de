import { useEffect } from 'react';

/** Does the work at once, again so many milliseconds after it was done, and whenever people come back to the window; only while it is wanted and
 *  the window can be seen. The work must not fail. */
export function useRepeated(work: () => Promise<void>, everyMilliseconds: number, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    let isWorking = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = async () => {
      clearTimeout(timer);
      if (isWorking || document.visibilityState === 'hidden') return;
      isWorking = true;
      await work();
      isWorking = false;
      if (!isOver) timer = setTimeout(() => void run(), everyMilliseconds);
    };
    const look = () => void run();
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [work, everyMilliseconds, isWanted]);
}
