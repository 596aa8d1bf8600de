import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inTwoThreads } from '../../../server/security/in-two-threads.ts';

/** Answers each task by its name, and one with a gate only when that is open. */
const GATED = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ gate, name }) => {
  if (gate) Atomics.wait(new Int32Array(gate), 0, 0);
  parentPort.postMessage(name);
});
parentPort.postMessage('ready');`;

let folder: string;
let file: URL;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealpost-threads-'));
  await writeFile(join(folder, 'gated.mjs'), GATED);
  file = pathToFileURL(join(folder, 'gated.mjs'));
});
afterAll(() => rm(folder, { recursive: true }));

function aGate() {
  const gate = new SharedArrayBuffer(4);
  const open = () => {
    Atomics.store(new Int32Array(gate), 0, 1);
    Atomics.notify(new Int32Array(gate), 0);
  };
  return { gate, open };
}

test('a mail waits for no request, and somebody else’s request for one of an account that sends many', async () => {
  const work = inTwoThreads<string>(file, 60_000);
  const { gate, open } = aGate();
  const ended: string[] = [];
  const ask = async (accountId: string, name: string, task: object = {}) => {
    ended.push(await work({ name, ...task }, { accountId }));
  };
  const many = [ask('one', 'first', { gate }), ask('one', 'second'), ask('one', 'third')];
  const other = ask('other', 'of somebody else');
  expect(await work({ name: 'mail' }, 'mails')).toBe('mail');
  expect(ended).toEqual([]);
  open();
  await Promise.all([...many, other]);
  expect(ended).toEqual(['first', 'of somebody else', 'second', 'third']);
});

test('who comes when too many wait is told to come again, whoever has filled the queue', async () => {
  const work = inTwoThreads<string>(file, 60_000);
  const { gate, open } = aGate();
  const ask = (accountId: string) => work({ gate, name: accountId }, { accountId });
  const own = Array.from({ length: 11 }, () => ask('one'));
  await expect(ask('one')).rejects.toMatchObject({ code: 'throttled', details: { retryAfterSeconds: 5 } });
  const others = Array.from({ length: 50 }, (_, index) => ask(`other ${index}`));
  await expect(ask('another')).rejects.toMatchObject({ code: 'throttled', details: { retryAfterSeconds: 5 } });
  expect(await work({ name: 'mail' }, 'mails')).toBe('mail');
  open();
  expect(await Promise.all([...own.slice(0, 1), ...others])).toHaveLength(51);
  expect(await Promise.all(own)).toHaveLength(11);
  expect(await ask('one')).toBe('one');
});
