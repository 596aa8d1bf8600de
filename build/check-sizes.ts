// Fails when a first view has outgrown its budget; the build has weighed them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstViews, type MeasuredView } from './first-view.ts';

const measured = JSON.parse(
  await readFile(join(import.meta.dirname, '..', 'dist', 'first-views.json'), 'utf8'),
) as MeasuredView[];
for (const { name, budgetKilobytes } of firstViews) {
  const kilobytes = measured.find((view) => view.name === name)?.kilobytes ?? Number.POSITIVE_INFINITY;
  const verdict = kilobytes <= budgetKilobytes ? 'fits' : 'TOO LARGE';
  console.log(`${name}: ${kilobytes} KB of ${budgetKilobytes} KB gzip, ${verdict}`);
  if (kilobytes > budgetKilobytes) process.exitCode = 1;
}
