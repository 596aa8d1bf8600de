import type { Figure } from './figure.ts';

const head = ['workload', 'unit', 'product', 'against', 'ratio', 'min', 'max', 'target', ''];

/** The figures as a Markdown table with columns in line. */
export function figuresTable(figures: readonly Figure[]): string {
  const rows = [head, ...figures.map(rowOf)];
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...rest] = rows;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

function rowOf({ workload, unit, product, against, ratio, target, isReached }: Figure): string[] {
  const { atLeast, atMost } = target;
  const wanted = atLeast === undefined ? (atMost === undefined ? '' : `<= ${atMost}`) : `>= ${atLeast}`;
  const verdict = wanted === '' ? '' : isReached ? 'reached' : 'MISSED';
  const numbers = [product.median, against.median].map(readable);
  return [workload, unit, ...numbers, ...[ratio.median, ratio.min, ratio.max].map((value) => value.toFixed(2)), wanted, verdict];
}

function readable(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
