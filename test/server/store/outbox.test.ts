import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import {
  claimDueMail,
  deleteSettledMail,
  type OutboxDocument,
  type OwedMail,
  oweMail,
  postponeMail,
  renewMailLease,
  settleMail,
} from '../../../server/store/outbox.ts';
import { useDatabase } from '../../support/database.ts';

useDatabase();

const now = new Date('2026-11-22T09:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const LEASE_MS = 300_000;

const owed = (id: string, more: Partial<OwedMail> = {}): OwedMail => ({
  _id: `notification:${id}`,
  kind: 'notification',
  route: 'relay',
  address: 'pat@client.example',
  ...more,
});

const rows = () => mongoose.connection.collection<OutboxDocument>('outbox');
const claim = (at = now) => claimDueMail('relay', at, LEASE_MS);

beforeEach(async () => {
  await rows().deleteMany({});
});

test('a mail owed twice is one mail, with the Message-ID of the first', async () => {
  expect(await oweMail(owed('a'), now)).toBe(true);
  const first = await rows().findOne({});
  expect(await oweMail(owed('a', { address: 'other@client.example' }), later(1000))).toBe(false);
  expect(await rows().find({}).toArray()).toEqual([first]);
  expect(first?.mailMessageId).toMatch(/^[0-9a-f]{32}$/);
});

test('however many ask at once, each mail is claimed once', async () => {
  for (let index = 0; index < 20; index += 1) await oweMail(owed(String(index)), now);
  const claims = await Promise.all(Array.from({ length: 60 }, () => claim()));
  const ids = claims.filter((row) => row !== null).map((row) => row._id);
  expect(ids).toHaveLength(20);
  expect(new Set(ids).size).toBe(20);
});

test('what has been due longest is claimed first, and each route has its own mails', async () => {
  await oweMail(owed('late'), later(-1000));
  await oweMail(owed('early'), later(-2000));
  await oweMail(owed('inside', { route: 'organisation' }), later(-3000));
  expect((await claim())?._id).toBe('notification:early');
  expect((await claim())?._id).toBe('notification:late');
  expect(await claim()).toBeNull();
  expect((await claimDueMail('organisation', now, LEASE_MS))?._id).toBe('notification:inside');
});

test('a mail that is not yet due is left alone', async () => {
  await oweMail(owed('a'), later(1));
  expect(await claim()).toBeNull();
  expect(await claim(later(1))).not.toBeNull();
});

test('a mail under a lease is free again only after its end', async () => {
  await oweMail(owed('a'), now);
  const first = await claim();
  expect(await claim(later(LEASE_MS - 1))).toBeNull();
  const second = await claim(later(LEASE_MS));
  expect(second).toMatchObject({ attempts: 2, mailMessageId: first?.mailMessageId });
  expect(second?.leaseId).not.toBe(first?.leaseId);
});

test('only the holder of the lease may settle, postpone or renew', async () => {
  await oweMail(owed('a'), now);
  const frozen = await claim();
  const holder = await claim(later(LEASE_MS));
  if (!frozen || !holder) throw new Error('not claimed');
  expect(await settleMail(frozen, { state: 'failed' }, now)).toBe(false);
  expect(await postponeMail(frozen, later(1), 'x')).toBe(false);
  expect(await renewMailLease(frozen, later(1))).toBe(false);
  expect(await renewMailLease(holder, later(3 * LEASE_MS))).toBe(true);
  expect(await settleMail(holder, { state: 'sent' }, now)).toBe(true);
  expect(await settleMail(holder, { state: 'failed' }, now)).toBe(false);
  expect(await rows().findOne({})).toMatchObject({ state: 'sent', settledAt: now });
  expect(await claim(later(9 * LEASE_MS))).toBeNull();
});

test('a settled mail keeps nothing of its secret', async () => {
  const key = { keyId: 'k', wrapped: Buffer.from('wrapped') };
  await oweMail(owed('a', { kind: 'code', sealedSecret: Buffer.from('sealed'), key, secretEndsAt: later(600_000) }), now);
  const row = await claim();
  if (!row) throw new Error('not claimed');
  expect(row.giveUpAt).toEqual(later(600_000));
  await settleMail(row, { state: 'sent' }, now);
  const kept = await rows().findOne({});
  expect(kept).not.toHaveProperty('sealedSecret');
  expect(kept).not.toHaveProperty('key');
});

test('a postponed mail comes back at its time, with the code of the failure', async () => {
  await oweMail(owed('a'), now);
  const row = await claim();
  if (!row) throw new Error('not claimed');
  expect(await postponeMail(row, later(30_000), 'smtp-451')).toBe(true);
  expect(await claim(later(29_999))).toBeNull();
  expect(await claim(later(30_000))).toMatchObject({ lastError: 'smtp-451', attempts: 2 });
});

test('old mails that belong to no message are removed once settled', async () => {
  await oweMail(owed('with-message', { messageId: 'm' }), now);
  await oweMail(owed('without'), now);
  for (let row = await claim(); row; row = await claim()) await settleMail(row, { state: 'sent' }, now);
  await oweMail(owed('still-due'), now);
  expect(await deleteSettledMail(now, 10)).toBe(0);
  expect(await deleteSettledMail(later(1), 10)).toBe(1);
  const left = await rows()
    .find({}, { projection: { _id: 1 } })
    .toArray();
  expect(left.map(({ _id }) => _id).sort()).toEqual(['notification:still-due', 'notification:with-message']);
});
