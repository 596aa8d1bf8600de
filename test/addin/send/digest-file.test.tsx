import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { digestFile as DigestFile } from '../../../addin/send/digest-file.ts';

type Listener = (event: { data?: unknown }) => void;

const { Worker: BrowserWorker } = globalThis;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
let digestFile: typeof DigestFile;

/** The thread is started once for the life of a pane, so each test is a pane of its own. */
beforeEach(async () => {
  jest.resetModules();
  ({ digestFile } = await import('../../../addin/send/digest-file.ts'));
});
afterEach(() => void Object.assign(globalThis, { Worker: BrowserWorker }));

/** Puts a thread in place that does what `answer` says with each file. */
function placeThread(answer: (asked: { id: number; bytes: Uint8Array; type: string }, tell: Listener, fail: Listener) => void) {
  let started = 0;
  class Thread {
    readonly #listeners = new Map<string, Listener>();
    constructor() {
      started += 1;
    }
    addEventListener(kind: string, listener: Listener): void {
      this.#listeners.set(kind, listener);
    }
    postMessage(asked: { id: number; bytes: Uint8Array; type: string }): void {
      const tell = (kind: string) => (event: object) => setTimeout(() => this.#listeners.get(kind)?.(event));
      answer(asked, tell('message'), tell('error'));
    }
  }
  Object.assign(globalThis, { Worker: Thread });
  return { started: () => started };
}

test.each([
  ['an empty file', 0],
  ['a small file', 5],
  ['a file of several blocks', 3 * 1024 * 1024 + 7],
])('%s has its SHA-256 and its media type where there are no threads', async (_what, size) => {
  Object.assign(globalThis, { Worker: undefined });
  const bytes = new Uint8Array(size).map((_byte, index) => index % 251);
  const { content, sha256: digest } = await digestFile(bytes, 'application/pdf');
  expect(digest).toBe(sha256(bytes));
  expect([content.size, content.type]).toEqual([size, 'application/pdf']);
});

test('one thread digests all files, and each gets its own answer, in whatever order they come', async () => {
  const waiting: (() => void)[] = [];
  const thread = placeThread(({ id, bytes, type }, tell) => {
    waiting.unshift(() => tell({ data: { id, sha256: sha256(bytes), content: new Blob([], { type }) } }));
    if (waiting.length === 2) for (const answer of waiting) answer();
  });
  const [first, second] = [Buffer.from('first'), Buffer.from('second')].map((text) => new Uint8Array(text));
  const digested = await Promise.all([digestFile(first!, 'text/plain'), digestFile(second!, 'image/png')]);
  expect(digested.map((file) => [file.sha256, file.content.type])).toEqual([
    [sha256(Buffer.from('first')), 'text/plain'],
    [sha256(Buffer.from('second')), 'image/png'],
  ]);
  expect(thread.started()).toBe(1);
});

test('a thread that breaks down fails what it had, and is done without from then on', async () => {
  placeThread((_asked, _tell, fail) => fail({}));
  const bytes = () => new Uint8Array(Buffer.from('scan'));
  const expected = sha256(Buffer.from('scan'));
  await expect(digestFile(bytes(), 'text/plain')).rejects.toThrow('The thread for files does not run.');
  await expect(digestFile(bytes(), 'text/plain')).resolves.toMatchObject({ sha256: expected });
});

test('a host that forbids threads gets its files digested in the page', async () => {
  const forbid = function () {
    throw new DOMException('forbidden', 'SecurityError');
  };
  Object.assign(globalThis, { Worker: forbid });
  const { sha256: digest } = await digestFile(new Uint8Array(4), 'text/plain');
  expect(digest).toBe(sha256(new Uint8Array(4)));
});

test('a file that the thread fails at is a failure of that file alone', async () => {
  placeThread(({ id, bytes, type }, tell) =>
    tell({ data: type === 'bad' ? { id, failure: 'no' } : { id, sha256: sha256(bytes), content: new Blob([]) } }),
  );
  const [bad, good] = await Promise.allSettled([digestFile(new Uint8Array(1), 'bad'), digestFile(new Uint8Array(1), 'good')]);
  expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
});
