import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { sweepUploads } from '../../../server/expire/sweep-uploads.ts';
import { createFile } from '../../../server/store/files.ts';
import { findMessage } from '../../../server/store/messages.ts';
import { openUpload, REMOVAL, type UploadDocument } from '../../../server/store/uploads.ts';
import { ahead } from '../../support/draft.ts';
import { forgetFiles, NOTHING_LEFT, storedFiles } from '../../support/leftovers.ts';
import { aHeldFile, anUploadRow, aStoredMessage, pending } from '../../support/message-document.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE, SECOND } from '../../support/test-clock.ts';

const app = useApp();
jest.setTimeout(30_000);

beforeEach(forgetFiles);

const inMinutes = (minutes: number) => new Date(app.clock.now().getTime() + minutes * MINUTE);
const sweepIn = (minutes: number) => sweepUploads(ahead(app.context, minutes * MINUTE));

async function anUpload(changes: Partial<UploadDocument> = {}): Promise<UploadDocument> {
  const upload = anUploadRow({ leaseEndsAt: inMinutes(10), ...changes });
  await openUpload(upload);
  await pipeline(Readable.from([randomBytes(8)]), createFile(upload._id));
  return upload;
}

const ONE = { uploads: 1, files: 1, chunks: 1 };

test('a file that no message claimed goes when its lease ends, not before', async () => {
  await anUpload();
  await sweepUploads(ahead(app.context, 10 * MINUTE - SECOND));
  expect(await storedFiles()).toEqual(ONE);
  await sweepIn(10);
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
});

test('what a crash left of a file that was still arriving goes', async () => {
  const upload = anUploadRow({ state: 'open', leaseEndsAt: inMinutes(10) });
  await openUpload(upload);
  const file = createFile(upload._id);
  await new Promise((written) => file.write(randomBytes(3 * 1024 * 1024), written));
  expect((await storedFiles()).chunks).toBeGreaterThan(0);
  await sweepIn(11);
  file.destroy();
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
});

test('a removal that a crash cut short is finished', async () => {
  await anUpload({ claimedBy: REMOVAL, leaseEndsAt: new Date(0) });
  await sweepUploads(app.context);
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
});

test('a file of an accepted message stays for ever, only its row goes', async () => {
  const upload = anUploadRow();
  const { _id } = await aStoredMessage({ attachments: [aHeldFile(upload._id)] });
  await anUpload({ ...upload, claimedBy: _id, leaseEndsAt: inMinutes(1) });
  await sweepIn(2);
  expect(await storedFiles()).toEqual({ ...ONE, uploads: 0 });
});

test('a message that waits for its files is given up after ten minutes and leaves nothing', async () => {
  const upload = anUploadRow();
  const { _id } = await aStoredMessage({ ...pending, createdAt: app.clock.now(), attachments: [aHeldFile(upload._id)] });
  await anUpload({ ...upload, claimedBy: _id, leaseEndsAt: inMinutes(10) });
  await sweepIn(9);
  expect(await findMessage(_id)).not.toBeNull();
  await sweepIn(11);
  expect(await findMessage(_id)).toBeNull();
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
});

test('a file whose message is still waiting is not taken, even if its lease has ended', async () => {
  const upload = anUploadRow();
  const { _id } = await aStoredMessage({ ...pending, createdAt: inMinutes(5), attachments: [aHeldFile(upload._id)] });
  await anUpload({ ...upload, claimedBy: _id, leaseEndsAt: inMinutes(1) });
  await sweepIn(10);
  expect(await storedFiles()).toEqual(ONE);
});

test('several sweepers at the same moment remove everything once and break nothing', async () => {
  for (let n = 0; n < 30; n += 1) await anUpload();
  await Promise.all([sweepIn(11), sweepIn(11), sweepIn(11)]);
  await sweepIn(11);
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
});

test('one round sweeps whatever has ended, however much', async () => {
  for (let n = 0; n < 450; n += 1) await openUpload(anUploadRow({ leaseEndsAt: inMinutes(1) }));
  await anUpload({ leaseEndsAt: inMinutes(30) });
  await sweepIn(2);
  expect(await storedFiles()).toEqual(ONE);
});
