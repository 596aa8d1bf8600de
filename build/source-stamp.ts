import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const sources = [
  '{contract,screen,addin,portal,build}/**/*.*',
  'demo/{outlook,start-page,identity}/**/*.*',
  'webpack.config.js',
  'package-lock.json',
];

/** A digest of everything the built pages are made of: the same sources, the same stamp. */
export async function sourceStamp(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(sources, { cwd: root })) files.push(file);
  const hash = createHash('sha256');
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(await readFile(join(root, file)));
  return hash.digest('hex');
}
