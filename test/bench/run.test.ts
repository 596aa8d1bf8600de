import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const root = path.join(import.meta.dirname, '..', '..');

test('a benchmark that does not exist is refused with the list of those that do, which is the list of the README', async () => {
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  const args = [path.join(root, 'bench', 'run.ts'), '--only', 'send,typo'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  expect([status, stdout]).toEqual([1, '']);
  const [, refused, known] = /^There is no workload (.+); there are: (.+)$/m.exec(stderr) ?? [];
  expect(refused).toBe('typo');
  expect(await readFile(path.join(root, 'bench', 'README.md'), 'utf8')).toContain(`some of: ${known ?? '?'}\n`);
});
