import type { Clock } from '../../server/context.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  /** Moves time forward (or back) by so many milliseconds. */
  advance(milliseconds: number): void;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A clock that begins at the real time, to the second, since certificates and cookies live in it too. */
export function testClock(): TestClock {
  let now = Math.floor(Date.now() / SECOND) * SECOND;
  return {
    now: () => new Date(now),
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
