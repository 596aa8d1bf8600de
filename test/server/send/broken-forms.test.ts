import { request as httpRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import * as send from '../../../contract/send.ts';
import { sweepUploads } from '../../../server/expire/sweep-uploads.ts';
import { ahead } from '../../support/draft.ts';
import { forgetFiles, NOTHING_LEFT, storedFiles } from '../../support/leftovers.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const app = useApp({ MAX_ATTACHMENTS_BYTES: String(1024 * 1024) });
jest.setTimeout(30_000);

beforeEach(forgetFiles);
afterEach(async () => {
  await wait(100);
  await sweepUploads(ahead(app.context, 15 * MINUTE));
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
});

const part = (disposition: string, content: string, type = 'application/pdf') =>
  `--cut\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`;
const field = (name: string) => `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nvalue\r\n`;
const file = part('name="file"; filename="a.pdf"', 'bytes');

async function post(body: BodyInit, type = 'multipart/form-data; boundary=cut') {
  const answer = await app.staff().fetch(send.uploadAttachment.path, { method: 'POST', body, headers: { 'content-type': type } });
  const { error } = (await answer.json()) as { error?: { code: string; limit?: number } };
  return { status: answer.status, ...error };
}

test.each([
  ['nothing in it', ''],
  ['no part', '--cut--\r\n'],
  ['a field instead of a file', `${field('file')}--cut--\r\n`],
  ['a file under another field name', `${part('name="other"; filename="a.pdf"', 'bytes')}--cut--\r\n`],
  ['a file without a field name', `${part('filename="a.pdf"', 'bytes')}--cut--\r\n`],
  ['two files', `${file}${file}--cut--\r\n`],
  ['two files of different fields', `${file}${part('name="other"; filename="a.pdf"', 'bytes')}--cut--\r\n`],
  ['an extra field before the file', `${field('extra')}${file}--cut--\r\n`],
  ['an extra field behind the file', `${file}${field('extra')}--cut--\r\n`],
  ['a cut in the middle of the file', file.slice(0, -4)],
  ['a cut before the last boundary', file],
  ['a cut in the head of the part', file.slice(0, 30)],
  ['another boundary than announced', `${file}--cut--\r\n`.replaceAll('--cut', '--other')],
  ['a part without a head', '--cut\r\n\r\nbytes\r\n--cut--\r\n'],
  ['a head of 200 KB', `--cut\r\nX-A: ${'b'.repeat(200_000)}\r\n${file.slice('--cut\r\n'.length)}--cut--\r\n`],
])('a form with %s is refused and leaves nothing', async (_what, body) => {
  expect(await post(body)).toMatchObject({ status: 400, code: 'broken_upload' });
});

test('a form without a boundary is refused', async () => {
  expect(await post(`${file}--cut--\r\n`, 'multipart/form-data')).toMatchObject({ status: 400, code: 'broken_upload' });
});

test.each([
  'application/json',
  'application/x-www-form-urlencoded',
  'text/plain',
  'application/pdf',
  'multipart/mixed; boundary=cut',
])('an upload as %s is refused', async (type) => {
  expect(await post(`${file}--cut--\r\n`, type)).toMatchObject({ status: 415, code: 'content_type_not_supported' });
});

test('a file over the limit is refused with the limit, and nothing of it stays', async () => {
  const limit = 1024 * 1024;
  const body = (bytes: number) => `${part('name="file"; filename="a.pdf"', 'x'.repeat(bytes))}--cut--\r\n`;
  expect(await post(body(limit + 1))).toMatchObject({ status: 413, code: 'attachment_too_large', limit });
  expect(await post(body(5 * limit))).toMatchObject({ status: 413, code: 'attachment_too_large', limit });
  await wait(100);
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
  expect(await post(body(limit))).toMatchObject({ status: 201 });
});

test('a pane that goes away in the middle of a file leaves nothing', async () => {
  const headers = {
    authorization: `Bearer ${await app.identity.token()}`,
    origin: app.context.config.PUBLIC_ORIGIN,
    'content-type': 'multipart/form-data; boundary=cut',
    'content-length': '900000',
  };
  for (let round = 0; round < 4; round += 1) {
    const request = httpRequest(app.origin + send.uploadAttachment.path, { method: 'POST', headers });
    request.on('error', () => undefined);
    request.write(part('name="file"; filename="a.pdf"', 'x'.repeat(round * 200_000)).slice(0, -2));
    await wait(100);
    request.destroy();
  }
  for (let tries = 0; tries < 50 && (await storedFiles()).uploads > 0; tries += 1) await wait(50);
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
  expect(app.log.filter((line) => line.includes('unexpected'))).toEqual([]);
});
