import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MeasuredView } from '../../build/first-view.ts';
import { type Figure, figureOf } from '../measure/figure.ts';

const root = join(import.meta.dirname, '..', '..');

/** JavaScript and CSS of the first views, gzip, as the build weighed them, beside their budgets. Builds the pages if they have changed. */
export async function measureFirstViews(): Promise<Figure[]> {
  const { status } = spawnSync(process.execPath, ['build/build-pages.ts', '--if-changed'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('the pages cannot be built');
  const views = JSON.parse(await readFile(join(root, 'dist', 'first-views.json'), 'utf8')) as MeasuredView[];
  return views.map(({ name, kilobytes, budgetKilobytes }) =>
    figureOf(`first view: ${name}`, 'KB gzip', { atMost: 1 }, [{ product: kilobytes, against: budgetKilobytes }]),
  );
}
