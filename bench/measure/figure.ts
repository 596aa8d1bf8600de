import { type Spread, spreadOf } from './spread.ts';

export interface Target {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** One line of the result: the product beside what it is held against, and the target for the ratio of the two. */
export interface Figure {
  readonly workload: string;
  readonly unit: string;
  readonly product: Spread;
  readonly against: Spread;
  /** Product over against, within each repetition. */
  readonly ratio: Spread;
  readonly target: Target;
  readonly isReached: boolean;
}

/** Makes the line from repetitions: pairs of what the product and the other side measured in one repetition. */
export function figureOf(
  workload: string,
  unit: string,
  target: Target,
  pairs: readonly { readonly product: number; readonly against: number }[],
): Figure {
  const ratio = spreadOf(pairs.map(({ product, against }) => product / against));
  return {
    workload,
    unit,
    product: spreadOf(pairs.map(({ product }) => product)),
    against: spreadOf(pairs.map(({ against }) => against)),
    ratio,
    target,
    isReached: ratio.median >= (target.atLeast ?? 0) && ratio.median <= (target.atMost ?? Number.POSITIVE_INFINITY),
  };
}
