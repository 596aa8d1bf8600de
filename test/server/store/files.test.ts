import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { finished, pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import { createFile, deleteFile, readFile } from '../../../server/store/files.ts';
import { useDatabase } from '../../support/database.ts';
import { forgetFiles, NOTHING_LEFT, storedFiles } from '../../support/leftovers.ts';
import { aKey } from '../../support/story.ts';

useDatabase();
jest.setTimeout(30_000);

beforeEach(forgetFiles);

const MEGABYTE = 1024 * 1024;

async function store(bytes: Buffer, fileId = aKey()): Promise<string> {
  await pipeline(Readable.from([bytes]), createFile(fileId));
  return fileId;
}

test.each([0, 1, MEGABYTE - 1, MEGABYTE, MEGABYTE + 1, 9 * MEGABYTE + 5])('a file of %i bytes comes back whole', async (size) => {
  const bytes = randomBytes(size);
  const fileId = await store(bytes);
  expect((await buffer(readFile(fileId))).equals(bytes)).toBe(true);
});

test('a deleted file leaves nothing, and deleting it again is no error', async () => {
  const kept = await store(randomBytes(10));
  const fileId = await store(randomBytes(3 * MEGABYTE));
  await deleteFile(fileId);
  await deleteFile(fileId);
  expect(await storedFiles()).toEqual({ uploads: 0, files: 1, chunks: 1 });
  expect((await buffer(readFile(kept))).length).toBe(10);
});

test('a file that is not there, or has lost a chunk, is not passed off as whole', async () => {
  await expect(buffer(readFile(aKey()))).rejects.toThrow('missing');
  const fileId = await store(randomBytes(3 * MEGABYTE));
  await mongoose.connection.collection('attachments.chunks').deleteOne({ files_id: fileId, n: 1 });
  await expect(buffer(readFile(fileId))).rejects.toThrow('missing');
});

test('a file exists only once all its bytes are there', async () => {
  const fileId = aKey();
  const file = createFile(fileId);
  await new Promise((written) => file.write(randomBytes(2 * MEGABYTE), written));
  await expect(buffer(readFile(fileId))).rejects.toThrow('missing');
  file.end();
  await finished(file);
  expect((await buffer(readFile(fileId))).length).toBe(2 * MEGABYTE);
});

test('a stream that breaks while a chunk is being written leaves nothing once the file is deleted', async () => {
  await store(randomBytes(1));
  for (let round = 0; round < 20; round += 1) {
    const fileId = aKey();
    const file = createFile(fileId);
    const broken = finished(file).catch(() => undefined);
    file.write(randomBytes(round % 2 === 0 ? MEGABYTE : 4 * MEGABYTE));
    await wait(round % 5);
    file.destroy(new Error('the line broke'));
    await broken;
    await deleteFile(fileId);
  }
  await wait(500);
  expect(await storedFiles()).toEqual({ ...NOTHING_LEFT, files: 1, chunks: 1 });
});

test('a reader who stops early or is slow harms nobody', async () => {
  const bytes = randomBytes(8 * MEGABYTE);
  const fileId = await store(bytes);
  for await (const chunk of readFile(fileId)) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
  expect((await buffer(readFile(fileId))).equals(bytes)).toBe(true);
});
