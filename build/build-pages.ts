// Builds the browser programs into dist/: build-pages.ts [--if-changed]
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import webpack, { type MultiStats } from 'webpack';
import configurations from '../webpack.config.js';
import { measureFirstViews } from './first-view.ts';
import { sourceStamp } from './source-stamp.ts';

const dist = join(import.meta.dirname, '..', 'dist');
const stampFile = join(dist, 'stamp');

const stamp = await sourceStamp();
const isBuilt = (await readFile(stampFile, 'utf8').catch(() => '')) === stamp;
if (!process.argv.includes('--if-changed') || !isBuilt) await build();

async function build(): Promise<void> {
  console.log('Building the pages.');
  const stats = await runWebpack();
  if (stats.hasErrors()) {
    console.error(stats.toString({ preset: 'errors-warnings', colors: false }));
    process.exit(1);
  }
  const views = stats.stats.flatMap(({ compilation }) => measureFirstViews(compilation));
  await mkdir(dist, { recursive: true });
  await writeFile(join(dist, 'first-views.json'), JSON.stringify(views, null, 2));
  await writeFile(stampFile, stamp);
}

function runWebpack(): Promise<MultiStats> {
  const compiler = webpack(configurations);
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close((closeError) => {
        const problem = error ?? closeError;
        if (problem || !stats) reject(problem ?? new Error('webpack gave no result'));
        else resolve(stats);
      });
    });
  });
}
