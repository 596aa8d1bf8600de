import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import {
  claimUploads,
  deleteUpload,
  findStored,
  forgetClaimed,
  listEnded,
  listOwned,
  markStored,
  openUpload,
  REMOVAL,
  renewIfOpen,
  renewLeases,
  takeIfEnded,
  takeOwn,
  type UploadDocument,
} from '../../../server/store/uploads.ts';
import { useDatabase } from '../../support/database.ts';
import { anUploadRow, later, START } from '../../support/message-document.ts';
import { aKey } from '../../support/story.ts';
import { MINUTE } from '../../support/test-clock.ts';

useDatabase();

const OWNER = 'staff:alex';
const ROUNDS = 40;
const LEASE = later(20 * MINUTE);

beforeEach(async () => {
  await mongoose.connection.collection('uploads').deleteMany({});
});

async function stored(changes: Partial<UploadDocument> = {}): Promise<UploadDocument> {
  const upload = anUploadRow(changes);
  await openUpload(upload);
  return upload;
}

const rowOf = async ({ _id }: UploadDocument) => (await listOwned(OWNER, 1000)).find((row) => row._id === _id);

test('of two messages that claim the same file exactly one gets it', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { _id } = await stored();
    const claims = await Promise.all(['one', 'two', 'three'].map((message) => claimUploads(OWNER, [_id], message, LEASE)));
    expect(claims.filter((claim) => claim.length === 1)).toHaveLength(1);
  }
});

test('the same message may claim its files again', async () => {
  const uploads = [await stored(), await stored()];
  const ids = uploads.map(({ _id }) => _id);
  await claimUploads(OWNER, ids.slice(0, 1), 'one', LEASE);
  expect(await claimUploads(OWNER, ids, 'one', LEASE)).toHaveLength(2);
});

test('a file that is still arriving, or is somebody else’s, cannot be claimed', async () => {
  const open = await stored({ state: 'open' });
  const foreign = await stored({ owner: 'staff:robin' });
  expect(await claimUploads(OWNER, [open._id, foreign._id, aKey()], 'one', LEASE)).toEqual([]);
  expect(await findStored(OWNER, [open._id, foreign._id])).toEqual([]);
});

test('a file is either claimed or removed when its lease ends, never both', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const upload = await stored({ leaseEndsAt: START });
    const [claim, isTaken] = await Promise.all([
      claimUploads(OWNER, [upload._id], 'one', LEASE),
      takeIfEnded(upload, later(MINUTE)),
    ]);
    expect(claim.length === 1).toBe(!isTaken);
    expect((await rowOf(upload))?.claimedBy).toBe(isTaken ? REMOVAL : 'one');
  }
});

test('a file is either thrown away by its owner or claimed, never both', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const upload = await stored();
    const [claim, isTaken] = await Promise.all([claimUploads(OWNER, [upload._id], 'one', LEASE), takeOwn(upload._id, OWNER)]);
    expect(claim.length === 1).toBe(!isTaken);
  }
});

test('of many sweepers one takes a file that nobody claims any more', async () => {
  const upload = await stored({ leaseEndsAt: START });
  const taken = await Promise.all(Array.from({ length: 8 }, () => takeIfEnded(upload, later(MINUTE))));
  expect(taken).toContain(true);
  expect(await claimUploads(OWNER, [upload._id], 'one', LEASE)).toEqual([]);
});

test('a file that was claimed or renewed since the sweeper looked is left alone', async () => {
  const claimed = await stored({ leaseEndsAt: START });
  await claimUploads(OWNER, [claimed._id], 'one', LEASE);
  expect(await takeIfEnded(claimed, later(MINUTE))).toBe(false);
  expect(await takeIfEnded({ ...claimed, claimedBy: 'one' }, later(MINUTE))).toBe(false);
  const renewed = await stored({ leaseEndsAt: START });
  await renewLeases(OWNER, [renewed._id], LEASE);
  expect(await takeIfEnded(renewed, later(MINUTE))).toBe(false);
  expect(await takeIfEnded(renewed, later(21 * MINUTE))).toBe(true);
});

test('a removal that broke off can be taken up again', async () => {
  const upload = await stored();
  await takeOwn(upload._id, OWNER);
  const [row] = await listEnded(later(MINUTE), 10);
  expect(row?._id).toBe(upload._id);
  expect(row && (await takeIfEnded(row, later(MINUTE)))).toBe(true);
});

test('a lease is never shortened, and nobody renews another’s or one that is being removed', async () => {
  const upload = await stored({ leaseEndsAt: LEASE });
  await renewLeases(OWNER, [upload._id], later(MINUTE));
  expect((await rowOf(upload))?.leaseEndsAt).toEqual(LEASE);
  await renewLeases('staff:robin', [upload._id], later(60 * MINUTE));
  expect((await rowOf(upload))?.leaseEndsAt).toEqual(LEASE);
  await takeOwn(upload._id, OWNER);
  await renewLeases(OWNER, [upload._id], later(60 * MINUTE));
  expect((await rowOf(upload))?.leaseEndsAt).toEqual(new Date(0));
});

test('a file is complete once, and not after the sweeper has taken it', async () => {
  const file = { size: 9, digest: 'bb', leaseEndsAt: LEASE };
  const upload = await stored({ state: 'open', leaseEndsAt: START });
  expect(await markStored(upload._id, file)).toBe(true);
  expect(await markStored(upload._id, file)).toBe(false);
  const taken = await stored({ state: 'open', leaseEndsAt: START });
  expect(await takeIfEnded(taken, later(MINUTE))).toBe(true);
  expect(await markStored(taken._id, file)).toBe(false);
  await deleteUpload(taken._id);
  expect(await markStored(taken._id, file)).toBe(false);
});

test('a file that is still arriving keeps its lease alive until it is taken', async () => {
  const upload = await stored({ state: 'open', leaseEndsAt: START });
  expect(await renewIfOpen(upload._id, LEASE)).toBe(true);
  expect(await takeIfEnded(upload, later(MINUTE))).toBe(false);
  expect(await takeIfEnded(upload, later(21 * MINUTE))).toBe(true);
  expect(await renewIfOpen(upload._id, later(40 * MINUTE))).toBe(false);
});

test('an accepted message forgets its own rows and no others', async () => {
  const [own, other] = [await stored({ claimedBy: 'one' }), await stored({ claimedBy: 'two' })];
  await forgetClaimed([own._id, other._id], 'one');
  expect(await rowOf(own)).toBeUndefined();
  expect(await rowOf(other)).toBeDefined();
});
