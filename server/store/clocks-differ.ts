import mongoose from 'mongoose';

/** By how much the clocks of two servers may differ. */
export const CLOCKS_DIFFER_MS = 60_000;

/** A moment that is ahead at `now`, by `mostMs` at most: what was to end further ahead was made before the clock was set back, and does not live
 *  longer for that. */
export function aheadByAtMost(mostMs: number, now: Date) {
  return mongoose.trusted({ $gt: now, $lte: new Date(now.getTime() + mostMs + CLOCKS_DIFFER_MS) });
}
