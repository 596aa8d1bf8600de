import { createHash } from 'node:crypto';
import { expect, jest, test } from '@jest/globals';
import { waitFor } from '@testing-library/react';

interface Answer {
  readonly id: number;
  readonly sha256?: string;
  readonly content?: Blob;
  readonly failure?: string;
}

/** In jsdom the page itself plays the thread. */
async function ask(data: object): Promise<Answer> {
  const told: Answer[] = [];
  const post = jest.spyOn(globalThis, 'postMessage').mockImplementation(((answer: Answer) => void told.push(answer)) as never);
  await import('../../../addin/send/digest-worker.ts');
  dispatchEvent(new MessageEvent('message', { data }));
  await waitFor(() => expect(told).toHaveLength(1));
  post.mockRestore();
  return told[0] ?? { id: 0 };
}

test('the thread answers the SHA-256 of a file and the file as the browser keeps it', async () => {
  const bytes = new Uint8Array(Buffer.from('Grüße'));
  const { id, sha256, content } = await ask({ id: 7, bytes, type: 'text/plain' });
  expect([id, sha256]).toEqual([7, createHash('sha256').update('Grüße').digest('hex')]);
  expect([content?.type, await content?.text()]).toEqual(['text/plain', 'Grüße']);
});

test('what it cannot digest it says, instead of never answering', async () => {
  const { id, failure } = await ask({ id: 8, bytes: 'no bytes', type: 'text/plain' });
  expect(id).toBe(8);
  expect(failure).toMatch(/Error/);
});
