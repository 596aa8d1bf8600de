import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ThreadEndedError, inThread } from '../../../server/security/thread.ts';

/** Doubles numbers; works for ever on `forever`, and dies of `dies`. */
const DOUBLE = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', (task) => {
  if (task === 'dies') process.exit(1);
  while (task === 'forever');
  parentPort.postMessage(task * 2);
});
parentPort.postMessage('ready');`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealpost-thread-'));
  await writeFile(join(folder, 'double.mjs'), DOUBLE);
});
afterAll(() => rm(folder, { recursive: true }));

const fileOf = (name: string) => pathToFileURL(join(folder, name));

test('tasks asked at the same moment are each answered by what they asked', async () => {
  const double = inThread<number>(fileOf('double.mjs'), 30_000);
  expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8]);
});

test('a task that takes too long or ends the thread fails alone: the next ones have another thread', async () => {
  const double = inThread<number>(fileOf('double.mjs'), 2000);
  const answers = await Promise.allSettled([1, 'forever', 2, 'dies', 3].map(double));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
  for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(ThreadEndedError);
});

test('a thread that cannot start fails its task, and the next task tries again', async () => {
  const double = inThread<number>(fileOf('missing.mjs'), 30_000);
  await expect(double(1)).rejects.toThrow();
  await writeFile(join(folder, 'missing.mjs'), DOUBLE);
  expect(await double(4)).toBe(8);
});
