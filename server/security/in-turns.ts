import { AppError } from '../errors.ts';

/** When whoever was refused may come again: the queue has moved on by then. */
const AGAIN_AFTER_SECONDS = 5;

/** Makes a function that lets so many works run at once; the others wait, first come, first served. Where `mostWaiting` wait already, the next is
 *  refused: a queue without an end would be one that nobody comes out of in time. @throws throttled */
export function inTurns(atATime: number, mostWaiting = Infinity): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < atATime) running += 1;
    else if (waiting.length >= mostWaiting) throw new AppError('throttled', { retryAfterSeconds: AGAIN_AFTER_SECONDS });
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever is next takes over the place, so that nobody slips in between.
      if (next) next();
      else running -= 1;
    }
  };
}
