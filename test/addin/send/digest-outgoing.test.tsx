import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { digestOutgoing as DigestOutgoing } from '../../../addin/send/digest-outgoing.ts';
import type { OutgoingFile } from '../../../addin/send/outgoing-file.ts';

const { Worker: BrowserWorker } = globalThis;
let digestOutgoing: typeof DigestOutgoing;

beforeEach(async () => {
  jest.resetModules();
  ({ digestOutgoing } = await import('../../../addin/send/digest-outgoing.ts'));
});
afterEach(() => void Object.assign(globalThis, { Worker: BrowserWorker }));

/** A file of four bytes that counts how often it is read. */
function aFile() {
  let readings = 0;
  const read = async () => {
    readings += 1;
    return new Uint8Array(4);
  };
  const file: OutgoingFile = { id: 'a', name: 'a', size: 4, contentType: 'text/plain', contentId: null, unreadable: null, read };
  return { file, readings: () => readings };
}

/** A thread that fails, by not running at all or at each file. */
function placeThread(how: 'error' | 'message'): void {
  class Thread {
    readonly #listeners = new Map<string, (event: { data: object }) => void>();
    addEventListener(kind: string, listener: (event: { data: object }) => void): void {
      this.#listeners.set(kind, listener);
    }
    postMessage({ id }: { id: number }): void {
      setTimeout(() => this.#listeners.get(how)?.({ data: { id, failure: 'no' } }));
    }
  }
  Object.assign(globalThis, { Worker: Thread });
}

test('a thread that does not run took the bytes with it: the file is read once more and digested in the page', async () => {
  placeThread('error');
  const { file, readings } = aFile();
  await expect(digestOutgoing(file, new AbortController().signal)).resolves.toMatchObject({ content: { size: 4 } });
  expect(readings()).toBe(2);
});

test('a file that cannot be digested at all did not arrive whole', async () => {
  placeThread('message');
  const { file, readings } = aFile();
  await expect(digestOutgoing(file, new AbortController().signal)).rejects.toMatchObject({ code: 'broken_upload' });
  expect(readings()).toBe(2);
});
