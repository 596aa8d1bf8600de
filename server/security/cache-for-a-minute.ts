import type { Clock } from '../context.ts';

const minuteMs = 60_000;

/** A value that is read again once it is a minute old. */
interface MinuteCache<Value> {
  /** The value, read not longer than a minute ago. */
  fresh(): Promise<Value>;
  /** The value, read from now on. */
  reread(): Promise<Value>;
}

/** Keeps what `read` answers for one minute. Age counts from before the reading, by the clock and by the monotonic time alike, so that
 *  neither a frozen process nor a clock that was set back passes off an old value as new. */
export function cacheForAMinute<Value>(read: () => Promise<Value>, clock: Clock): MinuteCache<Value> {
  let kept: { value: Value; isFresh: () => boolean } | null = null;
  let underWay: Promise<Value> | null = null;

  const reread = async (): Promise<Value> => {
    const isFresh = youngerThanAMinute(clock);
    const value = await read();
    kept = { value, isFresh };
    return value;
  };

  const fresh = async (): Promise<Value> => {
    while (!kept?.isFresh()) {
      underWay ??= reread().finally(() => (underWay = null));
      await underWay;
    }
    return kept.value;
  };

  return { fresh, reread };
}

function youngerThanAMinute(clock: Clock): () => boolean {
  const readAt = clock.now().getTime();
  const readAtMonotonic = performance.now();
  return () => {
    const ageMs = clock.now().getTime() - readAt;
    return ageMs >= 0 && ageMs < minuteMs && performance.now() - readAtMonotonic < minuteMs;
  };
}
