// npm run settings: brings .env.example and the table of the README up to server/config.ts.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { envExample, readmeTable } from './settings-texts.ts';

const root = join(import.meta.dirname, '..');
const readme = join(root, 'README.md');
const table = /\| setting \| default \|[^]*?(?=\n\n)/;

await writeFile(join(root, '.env.example'), envExample());
await writeFile(
  readme,
  (await readFile(readme, 'utf8')).replace(table, () => readmeTable()),
);
