import { beforeEach, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import {
  countUnread,
  type DeliveryDocument,
  findDeliveryOfLink,
  findOwnDelivery,
  listFolder,
  markRead,
  stripEntry,
  writeIfNewer,
} from '../../../server/store/deliveries.ts';
import { useDatabase } from '../../support/database.ts';
import { anEntry, later, START } from '../../support/message-document.ts';
import { aKey } from '../../support/story.ts';
import { MINUTE } from '../../support/test-clock.ts';

useDatabase();
jest.setTimeout(30_000);

beforeEach(async () => {
  await mongoose.connection.collection('deliveries').deleteMany({});
});

const versionOf = async ({ _id, accountId }: DeliveryDocument) => (await findOwnDelivery(_id, accountId))?.version;

test('an entry comes back as it was written', async () => {
  const entry = anEntry();
  await writeIfNewer(entry);
  expect(await findOwnDelivery(entry._id, 'pat')).toEqual(entry);
});

test('an older version never overwrites a newer one', async () => {
  const entry = anEntry({ version: 2, recalledAt: START });
  await writeIfNewer(entry);
  await writeIfNewer({ ...entry, version: 1, recalledAt: null });
  await writeIfNewer({ ...entry, recalledAt: null });
  expect(await findOwnDelivery(entry._id, 'pat')).toMatchObject({ version: 2, recalledAt: START });
});

test('a late projection brings nothing back to the entry of a purged message, whichever comes first', async () => {
  for (let round = 0; round < 40; round += 1) {
    const entry = anEntry();
    await writeIfNewer(entry);
    const project = () => writeIfNewer({ ...entry, version: 2, recalledAt: START });
    const strip = () => stripEntry({ ...entry, sealedSummary: Buffer.from('nothing') });
    await Promise.all(round % 2 === 0 ? [project(), strip()] : [strip(), project()]);
    expect(await findOwnDelivery(entry._id, 'pat')).toMatchObject({ sealedSummary: Buffer.from('nothing'), words: [] });
  }
});

test('whichever of several servers writes first, the newest version stands at the end', async () => {
  for (let round = 0; round < 60; round += 1) {
    const entry = anEntry();
    const versions = round % 2 === 0 ? [1, 2, 3] : [3, 1, 2];
    await Promise.all(versions.map((version) => writeIfNewer({ ...entry, version })));
    expect(await versionOf(entry)).toBe(3);
  }
});

test('what is the reader’s own survives a newer version', async () => {
  const entry = anEntry();
  await writeIfNewer(entry);
  await markRead(entry._id, 'pat');
  await writeIfNewer({ ...entry, version: 2, recalledAt: START });
  expect(await findOwnDelivery(entry._id, 'pat')).toMatchObject({ isUnread: false, recalledAt: START, version: 2 });
});

test('a message has one entry in a mailbox', async () => {
  const entry = anEntry();
  await writeIfNewer(entry);
  await writeIfNewer({ ...entry, _id: aKey() });
  expect(await listFolder('pat', 'inbox', null, 10)).toHaveLength(1);
});

test('nobody finds or marks an entry of another mailbox', async () => {
  const entry = anEntry();
  await writeIfNewer(entry);
  expect(await findOwnDelivery(entry._id, 'kim')).toBeNull();
  await markRead(entry._id, 'kim');
  expect((await findOwnDelivery(entry._id, 'pat'))?.isUnread).toBe(true);
});

test('what a link names holds nothing of the message', async () => {
  const entry = anEntry();
  await writeIfNewer(entry);
  expect(await findDeliveryOfLink(entry._id)).toEqual({ _id: entry._id, accountId: 'pat', messageId: entry.messageId });
  expect(await findDeliveryOfLink(aKey())).toBeNull();
});

test('pages follow each other without a gap or a repetition, newest first, even among entries of one moment', async () => {
  const entries = Array.from({ length: 25 }, (_, n) => anEntry({ sentAt: later(Math.floor(n / 5) * MINUTE) }));
  for (const entry of entries) await writeIfNewer(entry);
  await writeIfNewer(anEntry({ folder: 'sent' }));
  await writeIfNewer(anEntry({ accountId: 'kim' }));
  const seen: DeliveryDocument[] = [];
  for (let page = await listFolder('pat', 'inbox', null, 4); page.length > 0;) {
    seen.push(...page);
    page = await listFolder('pat', 'inbox', seen.at(-1) ?? null, 4);
  }
  const newestFirst = [...entries].sort((a, b) => b.sentAt.getTime() - a.sentAt.getTime() || (a._id < b._id ? 1 : -1));
  expect(seen.map(({ _id }) => _id)).toEqual(newestFirst.map(({ _id }) => _id));
});

test('unread entries of the inbox are counted up to the given number', async () => {
  for (let n = 0; n < 5; n += 1) await writeIfNewer(anEntry());
  await writeIfNewer(anEntry({ isUnread: false }));
  await writeIfNewer(anEntry({ folder: 'sent', isUnread: false }));
  expect(await countUnread('pat', 100)).toBe(5);
  expect(await countUnread('pat', 3)).toBe(3);
});
