import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { changeRecipient } from '../../support/change-message.ts';
import { aKey, aMessageReceived, anUpload } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();
const MEGABYTE = 1024 * 1024;

/** A message with one file, opened by its recipient. */
async function aFileReceived(bytes: Uint8Array<ArrayBuffer>, name: string, contentId: string | null = null) {
  const received = await aMessageReceived(app, { attachments: [await anUpload(app.staff(), bytes, name, contentId)] });
  const { attachments } = await received.open();
  const attachmentId = attachments[0]?.attachmentId ?? '';
  const path = `/api/mailbox/deliveries/${received.deliveryId}/attachments/${attachmentId}`;
  return { ...received, attachmentId, path };
}

async function countOf(deliveryId: string, attachmentId: string): Promise<number> {
  const message = await mongoose.connection.collection('messages').findOne({ 'recipients.deliveryId': deliveryId });
  const [recipient] = (message?.['recipients'] ?? []) as { downloads: Record<string, { count: number }> }[];
  return recipient?.downloads[attachmentId]?.count ?? 0;
}

/** The file name a browser takes from Content-Disposition (RFC 6266, RFC 8187). */
const nameIn = (header: string) => decodeURIComponent(/filename\*=UTF-8''([^;]+)/i.exec(header)?.[1] ?? '');

test('a file of several megabytes arrives byte for byte, with umlaut and emoji in its name', async () => {
  const bytes = randomBytes(3 * MEGABYTE + 17);
  const { path, recipient, deliveryId, attachmentId } = await aFileReceived(bytes, 'Prüfbericht 🐙 "neu".pdf');
  const answer = await recipient.fetch(path);
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  const disposition = answer.headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^attachment; /);
  expect(disposition).toMatch(/^[\x20-\x7e]+$/);
  expect(nameIn(disposition)).toMatch(/^Prüfbericht 🐙 .*neu.*\.pdf$/);
  expect(await countOf(deliveryId, attachmentId)).toBe(1);
});

test('no browser runs, guesses, frames or keeps a download', async () => {
  const { path, recipient } = await aFileReceived(Buffer.from('<script>alert(1)</script>'), 'page.html');
  const { headers } = await recipient.fetch(path);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-length': '25',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
});

test('an empty file is a file', async () => {
  const { path, recipient } = await aFileReceived(Buffer.alloc(0), 'empty.txt');
  const answer = await recipient.fetch(path);
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

test('each download counts, parallel ones too', async () => {
  const { path, recipient, deliveryId, attachmentId } = await aFileReceived(Buffer.from('bytes'), 'a.pdf');
  await Promise.all(Array.from({ length: 6 }, async () => (await recipient.fetch(path)).arrayBuffer()));
  expect(await countOf(deliveryId, attachmentId)).toBe(6);
});

test('foreign, unknown and signed-out readers get nothing and record nothing', async () => {
  const { path, deliveryId, attachmentId, recipient } = await aFileReceived(Buffer.from('bytes'), 'a.pdf');
  const { recipient: other } = await aMessageReceived(app);
  const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
  expect(await codeOf(await other.fetch(path))).toEqual([404, 'message_not_found']);
  expect(await codeOf(await other.fetch(path.replace(deliveryId, aKey())))).toEqual([404, 'message_not_found']);
  expect(await codeOf(await app.visitor().fetch(path))).toEqual([401, 'not_signed_in']);
  expect(await codeOf(await app.staff().fetch(path))).toEqual([401, 'not_signed_in']);
  expect(await codeOf(await recipient.fetch(path.replace(attachmentId, aKey())))).toEqual([404, 'attachment_not_found']);
  expect(await countOf(deliveryId, attachmentId)).toBe(0);
});

test('a file of another message of one’s own is not found under this one', async () => {
  const [first, second] = [await aFileReceived(Buffer.from('one'), 'a.pdf'), await aFileReceived(Buffer.from('two'), 'b.pdf')];
  const answer = await first.recipient.fetch(first.path.replace(first.attachmentId, second.attachmentId));
  expect(answer.status).toBe(404);
});

test('after a recall or the end nothing is downloaded or recorded', async () => {
  const { path, recipient, deliveryId, attachmentId } = await aFileReceived(Buffer.from('bytes'), 'a.pdf');
  await changeRecipient(deliveryId, { expiresAt: app.clock.now() });
  expect(await (await recipient.fetch(path)).json()).toMatchObject({ error: { code: 'message_expired' } });
  await changeRecipient(deliveryId, { recalledAt: app.clock.now() });
  expect(await (await recipient.fetch(path)).json()).toMatchObject({ error: { code: 'message_recalled' } });
  expect(await countOf(deliveryId, attachmentId)).toBe(0);
});

test('a recall while a file is under way holds from the next request on', async () => {
  const bytes = randomBytes(12 * MEGABYTE);
  const { path, recipient, deliveryId } = await aFileReceived(bytes, 'large.bin');
  const answer = await recipient.fetch(path);
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  await changeRecipient(deliveryId, { recalledAt: app.clock.now() });
  const pieces = [first?.value ?? new Uint8Array()];
  for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) pieces.push(piece.value);
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  expect((await recipient.fetch(path)).status).toBe(410);
});

test.each([
  ['flipped', 2],
  ['cut off', 0],
  ['missing', 1],
])('a file whose stored bytes were %s is never delivered as whole', async (_how, kind) => {
  const bytes = randomBytes(4 * MEGABYTE);
  const { path, recipient, attachmentId } = await aFileReceived(bytes, 'a.bin');
  const chunks = mongoose.connection.collection<{ files_id: string; n: number; data: mongoose.mongo.Binary }>(
    'attachments.chunks',
  );
  const chunk = await chunks.findOne({ files_id: attachmentId, n: 2 });
  const data = Buffer.from(chunk?.data.buffer ?? Buffer.alloc(0));
  data[1000] = (data[1000] ?? 0) ^ 1;
  if (kind === 2)
    await chunks.updateOne({ files_id: attachmentId, n: 2 }, { $set: { data: data as unknown as mongoose.mongo.Binary } });
  else if (kind === 1) await chunks.deleteOne({ files_id: attachmentId, n: 2 });
  else {
    await chunks.deleteMany({ files_id: attachmentId, n: { $gte: 2 } });
    await mongoose.connection
      .collection<{ _id: string }>('attachments.files')
      .updateOne({ _id: attachmentId }, { $set: { length: 2 * MEGABYTE } });
  }
  const answer = await recipient.fetch(path).catch(() => null);
  const pieces: Uint8Array[] = [];
  const readAll = async () => {
    const reader = answer?.body?.getReader();
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) pieces.push(piece.value);
    if (!answer) throw new Error('cut');
  };
  await expect(readAll()).rejects.toThrow();
  const got = Buffer.concat(pieces);
  expect(got.length).toBeLessThan(bytes.length);
  expect(got.equals(bytes.subarray(0, got.length))).toBe(true);
});

test('a reader who goes away in the middle is no failure of the server', async () => {
  const { path, recipient } = await aFileReceived(randomBytes(12 * MEGABYTE), 'large.bin');
  const stop = new AbortController();
  const answer = await recipient.fetch(path, { signal: stop.signal });
  await answer.body?.getReader().read();
  const before = app.log.length;
  stop.abort();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(app.log.slice(before).filter((line) => /unexpected/.test(line))).toEqual([]);
  expect((await recipient.fetch('/api/account/session')).status).toBe(200);
});
