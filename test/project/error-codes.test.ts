import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { errorStatus } from '../../contract/errors.ts';

const server = join(import.meta.dirname, '../../server');

test('each error that the contract promises can be answered by the server', async () => {
  const files = (await readdir(server, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const sources = await Promise.all(files.map((file) => readFile(join(server, file), 'utf8')));
  const named = (code: string) => sources.some((source) => source.includes(`'${code}'`));
  expect(Object.keys(errorStatus).filter((code) => !named(code))).toEqual([]);
});
