import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { bringForwardMails, claimDueMails, giveBackMails, settleSentMails } from '../../../server/store/outbox-batches.ts';
import { claimDueMail, type ClaimedMail, type OutboxDocument, oweMail, postponeMail } from '../../../server/store/outbox.ts';
import { useDatabase } from '../../support/database.ts';

useDatabase();

const now = new Date('2026-11-22T09:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const LEASE_MS = 300_000;

const rows = () => mongoose.connection.collection<OutboxDocument>('outbox');
const claim = (limit: number, at = now) => claimDueMails('relay', limit, { now: at, leaseMs: LEASE_MS });
const idsOf = (mails: readonly ClaimedMail[]) => mails.map(({ _id }) => _id);

async function owe(count: number, dueAt = now): Promise<void> {
  const names = Array.from({ length: count }, (_, index) => `notification:${dueAt.getTime()}:${index}`);
  for (const _id of names) await oweMail({ _id, kind: 'notification', route: 'relay', address: 'pat@client.example' }, dueAt);
}

beforeEach(async () => {
  await rows().deleteMany({});
});

test('however many servers claim many mails at once, and one at a time beside them, each is claimed once', async () => {
  await owe(60);
  const one = async () => {
    const row = await claimDueMail('relay', now, LEASE_MS);
    return row ? [row] : [];
  };
  const claims = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 4 === 0 ? one() : claim(10))));
  const rest: string[] = [];
  for (let more = await claim(10); more.length > 0; more = await claim(10)) rest.push(...idsOf(more));
  const ids = [...claims.flatMap(idsOf), ...rest];
  expect(ids).toHaveLength(60);
  expect(new Set(ids).size).toBe(60);
  for (const mails of claims) for (const mail of mails) expect(mail.attempts).toBe(1);
  expect(await rows().countDocuments({ attempts: 1 })).toBe(60);
});

test('what has been due longest is claimed first, and what is claimed comes back when its lease ends', async () => {
  await owe(2, later(-1000));
  await owe(3, later(-2000));
  const first = await claim(3);
  expect(idsOf(first).every((id) => id.includes(String(later(-2000).getTime())))).toBe(true);
  expect(first.map(({ dueAt }) => dueAt)).toEqual(first.map(() => later(LEASE_MS)));
  expect(await claim(10)).toHaveLength(2);
  expect(await claim(10)).toEqual([]);
  expect(await claim(10, later(LEASE_MS))).toHaveLength(5);
});

test('mails given back are due at once, as if never tried', async () => {
  await owe(3);
  const claimed = await claim(3);
  await giveBackMails(claimed.slice(1), now);
  expect(idsOf(await claim(3))).toEqual(idsOf(claimed.slice(1)));
  expect(await rows().countDocuments({ attempts: 1 })).toBe(3);
  await giveBackMails([], now);
});

test('only mails that are still held are settled as sent or given back', async () => {
  await owe(3);
  const [frozen, postponed, held] = await claim(3);
  if (!frozen || !postponed || !held) throw new Error('not claimed');
  await rows().updateOne({ _id: frozen._id }, { $set: { leaseId: 'of another' } });
  await postponeMail(postponed, later(1000), 'smtp-451');
  await giveBackMails([frozen, postponed], now);
  await settleSentMails([frozen, postponed, held], later(1));
  expect(await rows().findOne({ _id: frozen._id })).toMatchObject({ state: 'due', leaseId: 'of another', attempts: 1 });
  expect(await rows().findOne({ _id: postponed._id })).toMatchObject({ state: 'due', lastError: 'smtp-451', attempts: 1 });
  expect(await rows().findOne({ _id: held._id })).toMatchObject({ state: 'sent', settledAt: later(1), leaseId: null });
});

test('what was owed by a clock that was set back since is due at once, and after all that was due before', async () => {
  const HOUR_MS = 3_600_000;
  await owe(2, later(HOUR_MS));
  await owe(2, later(-1000));
  const [postponed] = await claim(1);
  if (!postponed) throw new Error('not claimed');
  await postponeMail(postponed, later(2000), 'smtp-451');
  await rows().updateOne({ _id: `notification:${later(HOUR_MS).getTime()}:1` }, { $set: { leaseId: 'of another' } });
  await bringForwardMails(now);
  const due = await claim(10);
  expect(idsOf(due)).toEqual([`notification:${later(-1000).getTime()}:1`, `notification:${later(HOUR_MS).getTime()}:0`]);
  expect(due.at(-1)).toMatchObject({ createdAt: now, attempts: 1 });
  await bringForwardMails(now);
  expect(await claim(10)).toEqual([]);
});
