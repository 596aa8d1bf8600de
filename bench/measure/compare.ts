import { type Figure, figureOf, type Target } from './figure.ts';

export interface Comparison {
  readonly workload: string;
  readonly unit: string;
  readonly target: Target;
  readonly repetitions: number;
  /** Does the work once and answers what it measured, in the unit. */
  readonly product: () => Promise<number>;
  readonly against: () => Promise<number>;
}

/** Measures both sides in turn, after one round of each that does not count. Who begins changes with each repetition, so that a machine that
 *  slows down meanwhile favours neither. */
export async function compare({ workload, unit, target, repetitions, product, against }: Comparison): Promise<Figure> {
  await product();
  await against();
  const pairs = [];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    if (repetition % 2 === 0) {
      const first = await product();
      pairs.push({ product: first, against: await against() });
    } else {
      const first = await against();
      pairs.push({ product: await product(), against: first });
    }
  }
  return figureOf(workload, unit, target, pairs);
}
