import { randomBytes } from 'node:crypto';
import { beforeEach, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as compose from '../../../contract/compose.ts';
import { sweepUploads } from '../../../server/expire/sweep-uploads.ts';
import type { Client } from '../../support/client.ts';
import { textsOfFiles } from '../../support/draft.ts';
import { forgetFiles, storedFiles } from '../../support/leftovers.ts';
import { aKey, aMessageReceived } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const MEGABYTE = 1024 * 1024;
const app = useApp();
jest.setTimeout(60_000);

let recipient: Client;
beforeEach(async () => {
  ({ recipient } = await aMessageReceived(app));
  await forgetFiles();
});

const aFile = (uploadId: string) => ({ uploadId, name: 'a.txt', contentType: 'text/plain', contentId: null });
const copy = (uploadId: string, by = recipient) => by.call(compose.copyReplyFile, { uploadId });

/** A saved draft with one file. */
async function aSavedDraft(uploadId: string) {
  const content = { kind: 'new' as const, deliveryId: null, to: ['alex@harbour.example'], subject: 'Plan' };
  const draft = {
    draftId: aKey(),
    revision: 0,
    ...content,
    html: '<p>Words</p>',
    hasQuote: false,
    attachments: [aFile(uploadId)],
  };
  await recipient.call(compose.saveDraft, draft);
  return draft;
}

async function upload(bytes: string | Uint8Array<ArrayBuffer> = 'bytes') {
  return (await recipient.upload(compose.uploadReplyFile, new Blob([bytes]), 'a.txt')).uploadId;
}

test('of two drafts that are kept each has the file: one can be sent, the other thrown away or sent after it', async () => {
  const first = await aSavedDraft(await upload());
  const { uploadId, size } = await copy(first.attachments[0]?.uploadId ?? '');
  expect(size).toBe(5);
  const second = await aSavedDraft(uploadId);
  const third = await aSavedDraft((await copy(uploadId)).uploadId);
  expect(await storedFiles()).toMatchObject({ uploads: 3, files: 3 });
  await recipient.call(compose.discardDraft, { draftId: third.draftId });
  for (const { draftId, to, subject, html, attachments } of [first, second]) {
    const send = { sendKey: draftId, to, subject, html, attachments, draftRevision: 1 };
    const { messageId } = await recipient.call(compose.sendNew, send);
    expect(await textsOfFiles(messageId, app.context)).toEqual(['bytes']);
  }
  expect(await storedFiles()).toMatchObject({ uploads: 0, files: 2 });
});

test('a copy that no draft was saved with goes after its lease, what it was made of stays', async () => {
  const draft = await aSavedDraft(await upload());
  await copy(draft.attachments[0]?.uploadId ?? '');
  app.clock.advance(11 * MINUTE);
  await sweepUploads(app.context);
  expect(await storedFiles()).toMatchObject({ uploads: 1, files: 1 });
  await recipient.call(compose.readDraft, { draftId: draft.draftId });
});

test('only the author’s own file can be copied, and none that is sent, thrown away or half gone', async () => {
  const refused = { code: 'upload_not_found', details: { fields: ['uploadId'] } };
  const draft = await aSavedDraft(await upload());
  const uploadId = draft.attachments[0]?.uploadId ?? '';
  const stranger = (await aMessageReceived(app)).recipient;
  for (const [id, by] of [[uploadId, stranger] as const, [aKey(), recipient] as const])
    await expect(copy(id, by)).rejects.toMatchObject(refused);
  const uploads = mongoose.connection.collection('uploads');
  await uploads.updateOne({ _id: uploadId } as object, { $set: { claimedBy: 'removal' } });
  await expect(copy(uploadId)).rejects.toMatchObject(refused);
  const { draftId, to, subject, html } = draft;
  const other = await upload();
  await recipient.call(compose.sendNew, { sendKey: draftId, to, subject, html, attachments: [aFile(other)], draftRevision: 1 });
  await expect(copy(other)).rejects.toMatchObject(refused);
});

test('a copy counts as an upload: it is refused where no more may be unsent, and leaves nothing', async () => {
  const uploadId = await upload();
  const uploads = mongoose.connection.collection('uploads');
  await uploads.updateOne({ _id: await upload() } as object, { $set: { size: 75 * MEGABYTE - 8 } });
  await expect(copy(uploadId)).rejects.toMatchObject({ code: 'upload_quota_reached', details: { limit: 75 * MEGABYTE } });
  expect(await storedFiles()).toMatchObject({ uploads: 2, files: 2 });
});

test('a file that is taken out of its draft while it is copied is copied whole, or told as gone', async () => {
  for (let round = 0; round < 2; round += 1) {
    await forgetFiles();
    const draft = await aSavedDraft(await upload(new Uint8Array(randomBytes(3 * MEGABYTE))));
    const [copied] = await Promise.allSettled([
      copy(draft.attachments[0]?.uploadId ?? ''),
      recipient.call(compose.saveDraft, { ...draft, revision: 1, attachments: [] }),
    ]);
    const isCopied = copied.status === 'fulfilled';
    if (isCopied) expect(copied.value.size).toBe(3 * MEGABYTE);
    else expect(copied.reason).toMatchObject({ code: 'upload_not_found' });
    expect(await storedFiles()).toMatchObject(
      isCopied ? { uploads: 1, files: 1, chunks: 13 } : { uploads: 0, files: 0, chunks: 0 },
    );
  }
});
