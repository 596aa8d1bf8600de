import { beforeAll, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as compose from '../../../contract/compose.ts';
import type { Client } from '../../support/client.ts';
import { sweepUploads } from '../../../server/expire/sweep-uploads.ts';
import { forgetFiles, NOTHING_LEFT, storedFiles } from '../../support/leftovers.ts';
import { aKey, aMessageReceived } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const MEGABYTE = 1024 * 1024;
const app = useApp({ MAX_REPLY_ATTACHMENTS_BYTES: String(MEGABYTE) });

jest.setTimeout(30_000);

let recipient: Client;
let deliveryId: string;

beforeAll(async () => {
  ({ recipient, deliveryId } = await aMessageReceived(app));
});

const aFile = async (bytes: string | Uint8Array<ArrayBuffer>, by = recipient) => {
  const { uploadId } = await by.upload(compose.uploadReplyFile, new Blob([bytes]), 'a.txt');
  return { uploadId, name: 'a.txt', contentType: 'text/plain', contentId: null };
};

async function post(changes: object) {
  const body = JSON.stringify({ sendKey: aKey(), deliveryId, html: '<p>Thank you</p>', attachments: [], ...changes });
  const headers = { 'content-type': 'application/json' };
  const answer = await recipient.fetch(compose.sendReply.path, { method: 'POST', body, headers });
  const { error } = (await answer.json()) as { error?: object };
  return { status: answer.status, ...error };
}

test.each<[string, object, string]>([
  ['an operator as delivery', { deliveryId: { $ne: null } }, 'deliveryId'],
  ['an operator as key', { sendKey: { $gt: '' } }, 'sendKey'],
  ['a recipient of its own choice', { recipients: [{ address: 'x@y.example', kind: 'to' }] }, ''],
  ['a sender of its own choice', { from: 'alex@harbour.example' }, ''],
  ['a text beside its HTML', { text: 'a' }, ''],
  ['a list as HTML', { html: ['a'] }, 'html'],
  ['a cut id', { deliveryId: 'short' }, 'deliveryId'],
  [
    'an unknown field of a file',
    { attachments: [{ uploadId: aKey(), name: 'a', contentType: 'b', contentId: null, key: 'x' }] },
    'attachments.0',
  ],
])('a reply with %s is refused', async (_what, changes, field) => {
  expect(await post(changes)).toMatchObject({ status: 400, code: 'invalid_input', ...(field === '' ? {} : { fields: [field] }) });
});

test('a text over five megabytes is refused, and one that cannot be cleaned', async () => {
  const refusal = { status: 413, code: 'body_too_large', limit: 5 * MEGABYTE, fields: ['html'] };
  expect(await post({ html: 'x'.repeat(6 * MEGABYTE) })).toMatchObject(refusal);
  expect(await post({ html: '<div>'.repeat(1000) })).toMatchObject({ status: 400, code: 'body_not_accepted', fields: ['html'] });
});

test('files together over the limit of a reply are refused, and may be fewer in the next try', async () => {
  const files = [await aFile('x'.repeat(600_000)), await aFile('y'.repeat(600_000))];
  expect(await post({ attachments: files })).toMatchObject({ status: 413, code: 'attachments_too_large', limit: MEGABYTE });
  expect(await post({ attachments: files.slice(0, 1) })).toMatchObject({ status: 201 });
});

test('a single file over the limit is refused while it arrives and leaves nothing', async () => {
  await forgetFiles();
  await expect(aFile('x'.repeat(MEGABYTE + 1))).rejects.toMatchObject({
    code: 'attachment_too_large',
    details: { limit: MEGABYTE },
  });
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
  ({ recipient, deliveryId } = await aMessageReceived(app));
});

test('files of staff, of another account and unknown ones are not found', async () => {
  const other = await aMessageReceived(app);
  const foreign = await aFile('bytes', other.recipient);
  for (const uploadId of [foreign.uploadId, aKey()])
    expect(await post({ attachments: [{ ...foreign, uploadId }] })).toMatchObject({ status: 404, code: 'upload_not_found' });
});

test('a recipient can have 75 MB uploaded and unsent, and 1,000 files, no more', async () => {
  const { recipient: writer } = await aMessageReceived(app);
  const { uploadId } = await aFile('bytes', writer);
  const uploads = mongoose.connection.collection('uploads');
  const row = await uploads.findOne({ _id: uploadId } as object);
  await uploads.updateOne({ _id: uploadId } as object, { $set: { size: 75 * MEGABYTE } });
  await expect(aFile('bytes', writer)).rejects.toMatchObject({ code: 'upload_quota_reached', details: { limit: 75 * MEGABYTE } });
  await uploads.updateOne({ _id: uploadId } as object, { $set: { size: 5 } });
  await uploads.insertMany(Array.from({ length: 999 }, () => ({ ...row, _id: aKey() as never, size: 0 })));
  await expect(aFile('bytes', writer)).rejects.toMatchObject({ code: 'upload_quota_reached' });
  await writer.call(compose.discardReplyFile, { uploadId });
  expect((await aFile('bytes', writer)).uploadId).toMatch(/^[\w-]{22}$/);
  await forgetFiles();
});

test('a renewed file waits for its reply, others’ files are passed over', async () => {
  const { recipient: writer, deliveryId: ownDelivery } = await aMessageReceived(app);
  const [kept, left] = [await aFile('kept', writer), await aFile('left', writer)];
  app.clock.advance(9 * MINUTE);
  await writer.call(compose.renewReplyFiles, { uploadIds: [kept.uploadId] });
  const { recipient: stranger } = await aMessageReceived(app);
  await stranger.call(compose.renewReplyFiles, { uploadIds: [left.uploadId] });
  await stranger.call(compose.discardReplyFile, { uploadId: kept.uploadId });
  app.clock.advance(2 * MINUTE);
  await sweepUploads(app.context);
  const reply = { deliveryId: ownDelivery, html: 'a' };
  await expect(writer.call(compose.sendReply, { ...reply, sendKey: aKey(), attachments: [left] })).rejects.toMatchObject({
    code: 'upload_not_found',
  });
  expect((await writer.call(compose.sendReply, { ...reply, sendKey: aKey(), attachments: [kept] })).recipientCount).toBe(1);
});
