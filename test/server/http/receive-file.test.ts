import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import * as send from '../../../contract/send.ts';
import { harbourClinic, people } from '../../../demo/identity/people.ts';
import { openUpload } from '../../../server/store/uploads.ts';
import { forgetFiles, NOTHING_LEFT, storedFiles } from '../../support/leftovers.ts';
import { anUploadRow } from '../../support/message-document.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const MEGABYTE = 1024 * 1024;
const app = useApp({ MAX_ATTACHMENTS_BYTES: String(MEGABYTE) });
jest.setTimeout(30_000);

let socket: Socket;
let answer = '';
beforeEach(async () => {
  await forgetFiles();
  answer = '';
});
afterEach(() => void socket.destroy());

const FILE_HEAD =
  '--cut\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n';
const FILE_END = '\r\n--cut--\r\n';

/** Begins to upload a file as Alex. */
async function connectWithHead(contentLength: number): Promise<void> {
  const token = await app.identity.token({ person: 'alex' });
  socket = connect(Number(new URL(app.origin).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString()));
  socket.on('error', () => undefined);
  socket.write(
    `POST ${send.uploadAttachment.path} HTTP/1.1\r\nHost: localhost\r\nOrigin: ${app.context.config.PUBLIC_ORIGIN}\r\n` +
      `Authorization: Bearer ${token}\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: ${contentLength}\r\n\r\n${FILE_HEAD}`,
  );
}

/** Begins to upload a file, and goes on with a little every 50 ms and never ends. */
async function beginUpload(firstBytes: number): Promise<void> {
  await connectWithHead(90_000_000);
  socket.write(Buffer.alloc(firstBytes));
  const dripping = setInterval(() => socket.write(Buffer.alloc(1000)), 50);
  socket.once('close', () => clearInterval(dripping));
}

async function answered(): Promise<string> {
  for (let tries = 0; tries < 40 && !answer.includes('}}'); tries += 1) await wait(50);
  return answer;
}

test('a file over the limit is refused while it arrives, and the connection then ends', async () => {
  await beginUpload(MEGABYTE + 100_000);
  const text = await answered();
  expect(text).toMatch(/^HTTP\/1\.1 413 /);
  expect(text).toMatch(/\r\nConnection: close\r\n/i);
  expect(text).toContain('"code":"attachment_too_large"');
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
  await once(socket, 'close', { signal: AbortSignal.timeout(10_000) });
  expect(app.log.filter((line) => line.includes('unexpected'))).toEqual([]);
});

test('a file that is whole, but whose sender left before the answer, is not kept', async () => {
  await connectWithHead(FILE_HEAD.length + 200_000 + FILE_END.length);
  socket.write(Buffer.alloc(200_000));
  const until = async (isSo: () => Promise<boolean>) => {
    for (let tries = 0; tries < 100 && !(await isSo()); tries += 1) await wait(20);
  };
  await until(async () => (await storedFiles()).uploads === 1);
  await new Promise((resolve) => socket.write(FILE_END, resolve));
  socket.destroy();
  await until(async () => (await storedFiles()).uploads === 0);
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
  expect(answer).toBe('');
});

test('who has uploaded too much already hears so before the file has arrived', async () => {
  const owner = `staff:${harbourClinic.tenantId}.${people.alex.objectId}`;
  await openUpload(anUploadRow({ owner, size: 450 * MEGABYTE, leaseEndsAt: new Date(app.clock.now().getTime() + MINUTE) }));
  await beginUpload(1000);
  const text = await answered();
  expect(text).toMatch(/^HTTP\/1\.1 429 /);
  expect(text).toContain('"code":"upload_quota_reached"');
  expect((await storedFiles()).uploads).toBe(1);
});
