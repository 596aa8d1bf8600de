import { drive } from '../measure/drive.ts';
import { compare } from '../measure/compare.ts';
import type { Figure } from '../measure/figure.ts';
import type { ReadPage } from './mailbox-pages.ts';

interface Storm {
  readonly repetitions: number;
  readonly pages: number;
  readonly read: ReadPage;
  /** One sign-in. */
  readonly attempt: () => Promise<void>;
}

const peopleAtOnce = 8;

/** The 99th percentile of a mailbox page while eight people at a time sign in, beside the same in quiet. */
export async function stormFigure({ repetitions, pages, read, attempt }: Storm): Promise<Figure> {
  const quiet = async () => percentile99(await timesOf(pages, read));
  const stormy = async () => {
    let isOver = false;
    const storm = Array.from({ length: peopleAtOnce }, async () => {
      while (!isOver) await attempt();
    });
    const times = await timesOf(pages, read);
    isOver = true;
    await Promise.all(storm);
    return percentile99(times);
  };
  return compare({
    workload: 'mailbox page, p99 in a sign-in storm / quiet',
    unit: 'ms a page',
    target: { atMost: 3 },
    repetitions,
    product: stormy,
    against: quiet,
  });
}

async function timesOf(pages: number, read: ReadPage): Promise<number[]> {
  const times: number[] = [];
  await drive(pages, 1, async () => {
    const startedAt = performance.now();
    await read(null);
    times.push(performance.now() - startedAt);
  });
  return times;
}

function percentile99(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
}
