import { createHash, randomBytes } from 'node:crypto';
import { expect, jest, test } from '@jest/globals';
import * as mailbox from '../../../contract/mailbox.ts';
import * as send from '../../../contract/send.ts';
import { sweepUploads } from '../../../server/expire/sweep-uploads.ts';
import { openUpload } from '../../../server/store/uploads.ts';
import { forgetFiles, storedFiles } from '../../support/leftovers.ts';
import { anUploadRow } from '../../support/message-document.ts';
import { aKey, aMessage, aMessageReceived, anUpload } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const app = useApp();
jest.setTimeout(30_000);

const MEGABYTE = 1024 * 1024;

async function download(recipient: Awaited<ReturnType<typeof aMessageReceived>>, attachmentId: string): Promise<Buffer> {
  const path = mailbox.downloadAttachment.path
    .replace(':deliveryId', recipient.deliveryId)
    .replace(':attachmentId', attachmentId);
  const answer = await recipient.recipient.fetch(path);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

test('a file is answered with its size, its SHA-256 and a lease of ten minutes', async () => {
  const bytes = randomBytes(300_000);
  const answer = await app.staff().upload(send.uploadAttachment, new Blob([bytes]), 'scan.pdf');
  expect(answer).toEqual({
    uploadId: expect.stringMatching(/^[\w-]{22}$/),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    leaseEndsAt: new Date(app.clock.now().getTime() + 10 * MINUTE).toISOString(),
  });
});

test('a message whose file is not what its author has is refused, and none of it is stored', async () => {
  const staff = app.staff();
  const file = await anUpload(staff, 'the bytes that arrived');
  const naming = (text: string) =>
    aMessage({ attachments: [{ ...file, sha256: createHash('sha256').update(text).digest('hex') }] });
  await expect(staff.call(send.sendMessage, naming('the bytes that were sent'))).rejects.toMatchObject({ code: 'broken_upload' });
  expect((await staff.call(send.sendMessage, naming('the bytes that arrived'))).recipientCount).toBe(1);
});

test('files arrive byte-equal, the empty one, one of many chunks and those that look like a form too', async () => {
  const files = [Buffer.alloc(0), randomBytes(3 * MEGABYTE + 11), Buffer.from('\r\n--cut--\r\n'), Buffer.from([0, 255, 13, 10])];
  const staff = app.staff();
  const attachments = await Promise.all(files.map((bytes, n) => anUpload(staff, new Uint8Array(bytes), `file ${n}.bin`)));
  const received = await aMessageReceived(app, { attachments });
  const opened = await received.open();
  expect(opened.attachments.map(({ name, size }) => [name, size])).toEqual(
    files.map((bytes, n) => [`file ${n}.bin`, bytes.length]),
  );
  for (const [n, { attachmentId }] of opened.attachments.entries())
    expect((await download(received, attachmentId)).equals(files[n] ?? Buffer.from('?'))).toBe(true);
});

test.each([
  ['an umlaut and an emoji', 'Überweisung für Zoë 🩻.pdf', 'Überweisung für Zoë 🩻.pdf'],
  ['an emoji of several signs', 'Visit 👩‍⚕️.pdf', 'Visit 👩‍⚕️.pdf'],
  ['a path', '../../etc/passwd', 'passwd'],
  ['a path of Windows', 'C:\\Users\\alex\\scan.pdf', 'scan.pdf'],
  ['control characters', 'sc\r\nan\u0000\u001b[31m.pdf', 'scan[31m.pdf'],
  ['a right-to-left override', 'scan\u202efdp.exe', 'scanfdp.exe'],
  ['nothing visible', '\u202e\u200b', 'file'],
  ['a name of a device', 'con.txt', '_con.txt'],
])('a file name with %s is made safe and otherwise kept', async (_what, given, expected) => {
  const file = { ...(await anUpload(app.staff(), 'bytes')), name: given };
  const { open } = await aMessageReceived(app, { attachments: [file] });
  expect((await open()).attachments.map(({ name }) => name)).toEqual([expected]);
});

test('a file name of 5 KB is shortened and keeps its ending', async () => {
  const file = { ...(await anUpload(app.staff(), 'bytes')), name: `${'long '.repeat(1000)}.docx` };
  const { open } = await aMessageReceived(app, { attachments: [file] });
  const [attachment] = (await open()).attachments;
  expect(attachment?.name).toMatch(/^long (long )+.*\.docx$/);
  expect(attachment?.name.length).toBeLessThanOrEqual(200);
});

test('a media type that is none becomes a stream of octets', async () => {
  const file = { ...(await anUpload(app.staff(), 'bytes')), contentType: 'text/html\r\nX-Header: a' };
  const { open } = await aMessageReceived(app, { attachments: [file] });
  expect((await open()).attachments[0]?.contentType).toBe('application/octet-stream');
});

test('who has uploaded 450 MB without sending waits, and goes on after discarding', async () => {
  await forgetFiles();
  const staff = app.staff('robin');
  const { uploadId } = await anUpload(staff, 'bytes');
  const owner = `staff:5f2c7b1e-8a43-4d09-9c61-3be0a7d4f215.e03b96d2-4a7f-4158-92cd-6f81b5ea7c30`;
  const large = anUploadRow({ owner, size: 450 * MEGABYTE - 1000, leaseEndsAt: new Date(app.clock.now().getTime() + MINUTE) });
  await openUpload(large);
  await expect(anUpload(staff, randomBytes(2000))).rejects.toMatchObject({
    code: 'upload_quota_reached',
    details: { limit: 450 * MEGABYTE },
  });
  await staff.call(send.discardUpload, { uploadId });
  await staff.call(send.discardUpload, { uploadId: large._id });
  expect(await storedFiles()).toEqual({ uploads: 0, files: 0, chunks: 0 });
  await anUpload(staff, randomBytes(2000));
});

test('a renewed file waits for its message, one that is not renewed goes after ten minutes', async () => {
  await forgetFiles();
  const staff = app.staff();
  const [kept, left] = [await anUpload(staff, 'kept'), await anUpload(staff, 'left')];
  app.clock.advance(9 * MINUTE);
  const answer = await staff.call(send.renewUploads, { uploadIds: [kept.uploadId, aKey()] });
  expect(answer).toEqual({ leaseEndsAt: new Date(app.clock.now().getTime() + 10 * MINUTE).toISOString() });
  app.clock.advance(2 * MINUTE);
  await sweepUploads(app.context);
  await expect(staff.call(send.sendMessage, aMessage({ attachments: [left] }))).rejects.toMatchObject({
    code: 'upload_not_found',
  });
  expect((await staff.call(send.sendMessage, aMessage({ attachments: [kept] }))).recipientCount).toBe(1);
});

test('discarding an unknown file, or one twice, is no error; one that is sent stays', async () => {
  const staff = app.staff();
  await staff.call(send.discardUpload, { uploadId: aKey() });
  const file = await anUpload(staff, 'bytes');
  const received = await aMessageReceived(app, { attachments: [file] });
  await staff.call(send.discardUpload, { uploadId: file.uploadId });
  await staff.call(send.discardUpload, { uploadId: file.uploadId });
  expect((await download(received, file.uploadId)).toString()).toBe('bytes');
});

test('a renewal of more files than a message may have, or of none, is judged by the contract', async () => {
  const many = Array.from({ length: 500 }, aKey);
  await expect(app.staff().call(send.renewUploads, { uploadIds: many })).rejects.toMatchObject({ code: 'invalid_input' });
  expect((await app.staff().call(send.renewUploads, { uploadIds: [] })).leaseEndsAt).toMatch(/Z$/);
});
