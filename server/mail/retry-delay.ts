const FIRST_MS = 30_000;
const LONGEST_MS = 3_600_000;

/** How long to wait after the attempt number `attempts` (from 1) failed, in milliseconds: doubling from 30 seconds to an hour, a quarter
 *  more or less by chance, so that what failed together does not come back together. */
export function retryDelayMs(attempts: number, random: () => number = Math.random): number {
  const delay = Math.min(FIRST_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_MS);
  return Math.round(delay * (0.75 + random() / 2));
}
