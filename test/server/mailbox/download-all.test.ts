import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { changeRecipient } from '../../support/change-message.ts';
import { downloadsOf } from '../../support/downloads-of.ts';
import { readZip } from '../../support/read-zip.ts';
import { aKey, aMessageReceived, anUpload } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();
const MEGABYTE = 1024 * 1024;

type File = readonly [name: string, bytes: Uint8Array<ArrayBuffer>, contentId?: string];

/** A message with these files, opened by its recipient. */
async function filesReceived(files: readonly File[], changes: Parameters<typeof aMessageReceived>[1] = {}) {
  const attachments = [];
  for (const [name, bytes, contentId] of files) attachments.push(await anUpload(app.staff(), bytes, name, contentId ?? null));
  const received = await aMessageReceived(app, { ...changes, attachments });
  const path = `/api/mailbox/deliveries/${received.deliveryId}/attachments.zip`;
  return { ...received, path, attachments: (await received.open()).attachments };
}

test('all files arrive in one zip, byte for byte, with their own names told apart, and each is recorded', async () => {
  const files: File[] = [
    ['Prüfbericht 🐙.pdf', randomBytes(2 * MEGABYTE + 3)],
    ['scan.pdf', randomBytes(10)],
    ['Scan.PDF', randomBytes(70_000)],
    ['scan.pdf', new Uint8Array()],
    ['no ending', randomBytes(1)],
    ['photo.png', randomBytes(100), 'photo@word'],
  ];
  const html = '<p>Look: <img src="cid:photo@word"></p>';
  const { recipient, path, deliveryId, attachments } = await filesReceived(files, { subject: 'Scans: 1/2 "neu" 🐙', html });
  const answer = await recipient.fetch(path);
  const zip = Buffer.from(await answer.arrayBuffer());
  const listed = files.filter(([, , contentId]) => contentId === undefined);
  expect(readZip(zip).map(({ name }) => name)).toEqual([
    'Prüfbericht 🐙.pdf',
    'scan.pdf',
    'Scan (2).PDF',
    'scan (3).pdf',
    'no ending',
  ]);
  expect(readZip(zip).every(({ bytes }, at) => bytes.equals(listed[at]?.[1] ?? Buffer.from('?')))).toBe(true);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('content-length')).toBe(String(zip.length));
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('Scans_ 1-2 _neu_ 🐙.zip');
  const counted = await downloadsOf(deliveryId);
  expect(attachments.map(({ attachmentId }) => counted[attachmentId]?.count ?? 0)).toEqual([1, 1, 1, 1, 1, 0]);
});

test('a message recalled while its files are on their way ends the zip before the next file', async () => {
  const files = Array.from({ length: 6 }, (_, at): File => [`${at}.bin`, randomBytes(8 * MEGABYTE)]);
  const { recipient, path, deliveryId, attachments } = await filesReceived(files);
  const answer = await recipient.fetch(path);
  const reader = answer.body?.getReader();
  await reader?.read();
  await changeRecipient(deliveryId, { recalledAt: app.clock.now() });
  let received = 0;
  const readRest = async () => {
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) received += piece.value.length;
  };
  await expect(readRest()).rejects.toThrow();
  expect(received).toBeLessThan(40 * MEGABYTE);
  const counted = await downloadsOf(deliveryId);
  expect(counted[attachments[5]?.attachmentId ?? '']).toBeUndefined();
  expect(app.log.filter((line) => /unexpected/.test(line))).toEqual([]);
});

test('a reader who goes away stops the reading, and files not begun are not recorded', async () => {
  const files = Array.from({ length: 4 }, (_, at): File => [`${at}.bin`, randomBytes(8 * MEGABYTE)]);
  const { recipient, path, deliveryId, attachments } = await filesReceived(files);
  const stop = new AbortController();
  const answer = await recipient.fetch(path, { signal: stop.signal });
  await answer.body?.getReader().read();
  stop.abort();
  expect((await recipient.fetch('/api/account/session')).status).toBe(200);
  const counted = await downloadsOf(deliveryId);
  expect(counted[attachments[3]?.attachmentId ?? '']).toBeUndefined();
  expect(app.log.filter((line) => /unexpected/.test(line))).toEqual([]);
});

test('what may not be saved is neither sent nor recorded, file by file or all at once; the body still shows its pictures', async () => {
  const options = { expiresInDays: 30, allowReply: true, allowDownload: false };
  const files: File[] = [
    ['a.pdf', randomBytes(10)],
    ['photo.png', randomBytes(100), 'photo'],
  ];
  const { recipient, path, deliveryId, attachments, open } = await filesReceived(files, {
    options,
    html: '<img src="cid:photo">',
  });
  const [file, picture] = attachments.map(({ attachmentId }) => attachmentId);
  const base = `/api/mailbox/deliveries/${deliveryId}`;
  for (const refused of [
    path,
    `${base}/attachments/${file}`,
    `${base}/attachments/${picture}`,
    `${base}/message.eml`,
    `${base}/download`,
  ])
    expect(await (await recipient.fetch(refused)).json()).toMatchObject({ error: { code: 'download_not_allowed' } });
  expect((await open()).mayDownload).toBe(false);
  expect((await recipient.fetch(`${base}/pictures/${picture}`)).status).toBe(200);
  expect(await downloadsOf(deliveryId)).toEqual({});
});

test('a page can ask before it saves: readable, ended, foreign, and without files', async () => {
  const { recipient, path, deliveryId } = await filesReceived([]);
  const { recipient: other } = await aMessageReceived(app);
  const check = `/api/mailbox/deliveries/${deliveryId}/download`;
  const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;
  expect((await recipient.fetch(check)).status).toBe(200);
  expect(await codeOf(await recipient.fetch(path))).toBe('attachment_not_found');
  for (const who of [check, path, `/api/mailbox/deliveries/${aKey()}/attachments.zip`])
    expect(await codeOf(await other.fetch(who))).toBe('message_not_found');
  expect(await codeOf(await app.visitor().fetch(check))).toBe('not_signed_in');
  await changeRecipient(deliveryId, { recalledAt: app.clock.now() });
  for (const ended of [check, path]) expect(await codeOf(await recipient.fetch(ended))).toBe('message_recalled');
});
