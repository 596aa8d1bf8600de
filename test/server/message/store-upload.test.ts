import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import { sweepUploads } from '../../../server/expire/sweep-uploads.ts';
import { storeUpload } from '../../../server/message/store-upload.ts';
import { deleteFile } from '../../../server/store/files.ts';
import { deleteUpload, listOwned, openUpload } from '../../../server/store/uploads.ts';
import { forgetFiles, NOTHING_LEFT, storedFiles } from '../../support/leftovers.ts';
import { anUploadRow } from '../../support/message-document.ts';
import { useApp } from '../../support/test-app.ts';
import { HOUR, MINUTE } from '../../support/test-clock.ts';

const app = useApp();
jest.setTimeout(30_000);

beforeEach(forgetFiles);

const OWNER = 'staff:alex';
const MEGABYTE = 1024 * 1024;
const ALLOWED = { fileBytes: 4 * MEGABYTE, openBytes: 12 * MEGABYTE };

const store = (bytes: Readable, announcedBytes: number | null = null) =>
  storeUpload(OWNER, { bytes, announcedBytes }, ALLOWED, app.context);

/** Pieces of a file, with something happening before each but the first. */
async function* pieces(count: number, between: (n: number) => Promise<unknown>, size = 64 * 1024): AsyncGenerator<Buffer> {
  for (let n = 0; n < count; n += 1) {
    if (n > 0) await between(n);
    yield randomBytes(size);
  }
}

test('what is said of a stored file is true of its bytes', async () => {
  const bytes = randomBytes(2 * MEGABYTE + 7);
  const stored = await store(Readable.from([bytes]));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(stored).toMatchObject({ size: bytes.length, sha256 });
  expect(await storedFiles()).toMatchObject({ uploads: 1, files: 1 });
});

test('who reads the database cannot tell whether a file that they have was uploaded', async () => {
  const bytes = Buffer.from('a form that everybody has');
  const { sha256 } = await store(Readable.from([bytes]));
  const kept = JSON.stringify(await mongoose.connection.collection('uploads').find({}).toArray());
  for (const encoding of ['hex', 'base64', 'base64url'] as const)
    expect(kept).not.toContain(Buffer.from(sha256, 'hex').toString(encoding).slice(0, 20));
});

test('no bytes of a file stand readable in the database', async () => {
  const canary = 'canary of the file store '.repeat(4000);
  await store(Readable.from([Buffer.from(canary)]));
  const chunks = await mongoose.connection.collection('attachments.chunks').find({}).toArray();
  expect(Buffer.concat(chunks.map((chunk) => Buffer.from((chunk['data'] as { buffer: Buffer }).buffer))).includes('canary')).toBe(
    false,
  );
});

test('a file of exactly the limit is taken, one byte more leaves nothing', async () => {
  expect((await store(Readable.from([randomBytes(ALLOWED.fileBytes)]))).size).toBe(ALLOWED.fileBytes);
  await forgetFiles();
  const tooLarge = Readable.from(pieces(65, () => Promise.resolve()));
  await expect(store(tooLarge)).rejects.toMatchObject({ code: 'attachment_too_large', details: { limit: ALLOWED.fileBytes } });
  await wait(200);
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
});

test('a line that breaks at any point leaves nothing', async () => {
  for (let round = 0; round < 12; round += 1) {
    const broken = Readable.from(
      pieces(60, (n) => (n === round * 5 + 1 ? Promise.reject(new Error('the line broke')) : Promise.resolve())),
    );
    await expect(store(broken)).rejects.toThrow('the line broke');
  }
  await wait(200);
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
});

test('a file that takes longer than its lease is kept while it arrives', async () => {
  const slow = pieces(8, async () => {
    app.clock.advance(4 * MINUTE);
    await wait(5);
    await sweepUploads(app.context);
  });
  const stored = await store(Readable.from(slow));
  await sweepUploads(app.context);
  expect(stored.size).toBe(8 * 64 * 1024);
  expect(await storedFiles()).toMatchObject({ uploads: 1, files: 1 });
});

test('a file whose server was frozen past the lease is refused once it is swept, and leaves nothing', async () => {
  const frozen = pieces(
    40,
    async (n) => {
      if (n !== 25) return;
      const anHourLater = new Date(app.clock.now().getTime() + HOUR);
      await sweepUploads({ ...app.context, clock: { now: () => anHourLater } });
      app.clock.advance(HOUR);
    },
    100_000,
  );
  await expect(store(Readable.from(frozen))).rejects.toMatchObject({ code: 'broken_upload' });
  await wait(200);
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
});

test('a file that is swept just before it is complete leaves nothing', async () => {
  const last = pieces(2, async () => {
    for (const { _id } of await listOwned(OWNER, 10)) {
      await deleteFile(_id);
      await deleteUpload(_id);
    }
  });
  await expect(store(Readable.from(last))).rejects.toMatchObject({ code: 'broken_upload' });
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
});

test('what is open counts against the quota with what it announced, or with the limit of a file', async () => {
  for (let n = 0; n < 2; n += 1) await openUpload(anUploadRow({ owner: OWNER, size: 4 * MEGABYTE }));
  await openUpload(anUploadRow({ owner: OWNER, size: MEGABYTE }));
  expect((await store(Readable.from([Buffer.alloc(5)]), 1000)).size).toBe(5);
  await expect(store(Readable.from([Buffer.alloc(5)]))).rejects.toMatchObject({
    code: 'upload_quota_reached',
    details: { limit: ALLOWED.openBytes },
  });
  expect(await listOwned(OWNER, 10)).toHaveLength(4);
});

test('the quota of one author is not that of another', async () => {
  for (let n = 0; n < 3; n += 1) await openUpload(anUploadRow({ owner: 'staff:robin', size: 4 * MEGABYTE }));
  expect((await store(Readable.from([Buffer.alloc(5)]))).size).toBe(5);
});

test('uploads that arrive together never exceed the quota', async () => {
  const many = Array.from({ length: 10 }, () => store(Readable.from([Buffer.alloc(3 * MEGABYTE)]), 3 * MEGABYTE));
  const settled = await Promise.allSettled(many);
  const taken = settled.filter(({ status }) => status === 'fulfilled').length;
  expect(taken).toBeLessThanOrEqual(4);
  expect(await storedFiles()).toMatchObject({ uploads: taken, files: taken });
  const files = await mongoose.connection.collection('attachments.chunks').distinct('files_id');
  expect(files).toHaveLength(taken);
});
