import { expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as compose from '../../../contract/compose.ts';
import * as send from '../../../contract/send.ts';
import { forgetFiles } from '../../support/leftovers.ts';
import { aMessageReceived } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const MEGABYTE = 1024 * 1024;
const app = useApp({ MAX_ATTACHMENTS_BYTES: String(200 * MEGABYTE), MAX_REPLY_ATTACHMENTS_BYTES: String(100 * MEGABYTE) });
jest.setTimeout(30_000);

const file = new Blob(['bytes']);
const setSize = (uploadId: string, size: number) =>
  mongoose.connection.collection('uploads').updateOne({ _id: uploadId } as object, { $set: { size } });

test('where replies may have 100 MB, a recipient can have 300 MB uploaded and unsent', async () => {
  const { recipient } = await aMessageReceived(app);
  const { uploadId } = await recipient.upload(compose.uploadReplyFile, file);
  await setSize(uploadId, 290 * MEGABYTE);
  await recipient.upload(compose.uploadReplyFile, file);
  await setSize(uploadId, 300 * MEGABYTE);
  const more = recipient.upload(compose.uploadReplyFile, file);
  await expect(more).rejects.toMatchObject({ code: 'upload_quota_reached', details: { limit: 300 * MEGABYTE } });
  await forgetFiles();
});

test('where messages may have 200 MB, a member of staff can have 600 MB uploaded and unsent', async () => {
  const staff = app.staff();
  const { uploadId } = await staff.upload(send.uploadAttachment, file);
  await setSize(uploadId, 590 * MEGABYTE);
  await staff.upload(send.uploadAttachment, file);
  await setSize(uploadId, 600 * MEGABYTE);
  const more = staff.upload(send.uploadAttachment, file);
  await expect(more).rejects.toMatchObject({ code: 'upload_quota_reached', details: { limit: 600 * MEGABYTE } });
  await forgetFiles();
});
