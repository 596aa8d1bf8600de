import mongoose from 'mongoose';

/** By how much the clocks of two servers may differ. */
export const CLOCKS_DIFFER_MS = 60_000;

const furthest = (mostMs: number, now: Date) => new Date(now.getTime() + mostMs + CLOCKS_DIFFER_MS);

/** A moment that is ahead at `now`, by `mostMs` at most: what was to end further ahead was made before the clock was set back, and does not live
 *  longer for that. */
export function aheadByAtMost(mostMs: number, now: Date) {
  return mongoose.trusted({ $gt: now, $lte: furthest(mostMs, now) });
}

/** Whether a moment is such a one. */
export function isAheadByAtMost(moment: Date, mostMs: number, now: Date): boolean {
  return moment > now && moment <= furthest(mostMs, now);
}
