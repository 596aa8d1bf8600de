import { spreadOf } from './spread.ts';

/** Does a step so many times, one after the other, and answers the median of its times, in milliseconds. */
export async function medianTime(count: number, step: () => Promise<void>): Promise<number> {
  const times = [];
  for (let done = 0; done < count; done += 1) {
    const startedAt = performance.now();
    await step();
    times.push(performance.now() - startedAt);
  }
  return spreadOf(times).median;
}
