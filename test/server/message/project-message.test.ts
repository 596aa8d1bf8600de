import { beforeEach, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import { acceptMessage, type Draft } from '../../../server/message/accept-message.ts';
import { projectMessage } from '../../../server/message/project-message.ts';
import { tellAuthor } from '../../../server/mail/tell-author.ts';
import { findByAddress } from '../../../server/store/accounts.ts';
import { findMessage, listProjectionOwed } from '../../../server/store/messages.ts';
import { openIfReadable } from '../../../server/store/readings.ts';
import { extendIfSentBy, recallIfSentBy } from '../../../server/store/sent-messages.ts';
import { aDraft } from '../../support/draft.ts';
import { bytesOf, storedBytes } from '../../support/stored-bytes.ts';
import { aKey } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY } from '../../support/test-clock.ts';

const app = useApp();
jest.setTimeout(30_000);

const collection = (name: string) => mongoose.connection.collection(name);

beforeEach(async () => {
  for (const name of ['messages', 'accounts', 'deliveries', 'outbox']) await collection(name).deleteMany({});
});

const project = (messageId: string) => projectMessage(messageId, app.context);
const to = (address: string, route: 'portal' | 'mail' = 'portal') => ({ address, name: 'Somebody', kind: 'to' as const, route });
const THREE = [to('pat@client.example'), to('kim@client.example'), to('lee@harbour.example', 'mail')];

async function accepted(changes: Partial<Draft> = {}): Promise<string> {
  return (await acceptMessage(aDraft({ recipients: THREE, ...changes }), app.context)).messageId;
}

const idsOf = async (name: string) => (await collection(name).find({}).toArray()).map(({ _id }) => String(_id)).sort();
const everything = async () => ({
  accounts: await idsOf('accounts'),
  deliveries: await idsOf('deliveries'),
  outbox: await idsOf('outbox'),
});
const raise = (_id: string, $set: object = {}) =>
  collection('messages').updateOne({ _id } as object, { $set: { ...$set, isProjectionOwed: true }, $inc: { version: 1 } });

test('a message makes accounts and entries outside, and one mail for each recipient', async () => {
  const messageId = await accepted();
  await project(messageId);
  const { accounts, deliveries, outbox } = await everything();
  expect([accounts.length, deliveries.length, outbox.length]).toEqual([2, 2, 3]);
  expect(outbox.filter((id) => id.startsWith('notification:'))).toHaveLength(2);
  expect(outbox.filter((id) => id.startsWith('message:'))).toHaveLength(1);
  expect(await listProjectionOwed(10)).toEqual([]);
});

test('one recipient whose entry cannot be made does not hold up the others, and stays owed', async () => {
  await project(await accepted());
  await collection('accounts').updateOne({ address: 'pat@client.example' }, { $set: { 'key.wrapped': Buffer.alloc(72) } });
  const messageId = await accepted();
  await expect(project(messageId)).rejects.toThrow('some recipients');
  const { deliveries, outbox } = await everything();
  expect([deliveries.length, outbox.length]).toEqual([3, 5]);
  expect((await listProjectionOwed(10)).map((owed) => owed._id)).toEqual([messageId]);
});

test('projected again, or by several workers at the same moment, it leaves the same rows', async () => {
  for (let round = 0; round < 8; round += 1) {
    await collection('accounts').deleteMany({});
    await collection('deliveries').deleteMany({});
    await collection('outbox').deleteMany({});
    const messageId = await accepted();
    await Promise.all([project(messageId), project(messageId), project(messageId)]);
    const before = await everything();
    expect([before.accounts.length, before.deliveries.length, before.outbox.length]).toEqual([2, 2, 3]);
    await project(messageId);
    expect(await everything()).toEqual(before);
    const owners = (await findMessage(messageId))?.recipients.map(({ accountId }) => accountId);
    expect(owners?.slice(0, 2).sort()).toEqual(before.accounts);
    expect(owners?.[2]).toBeNull();
  }
});

test('two messages to a new address at the same moment make one account with both entries', async () => {
  for (let round = 0; round < 5; round += 1) {
    const address = `${aKey().toLowerCase()}@client.example`;
    const messages = await Promise.all([accepted({ recipients: [to(address)] }), accepted({ recipients: [to(address)] })]);
    await Promise.all(messages.map(project));
    const account = await findByAddress(address);
    expect(await collection('accounts').countDocuments({ address })).toBe(1);
    expect(await collection('deliveries').countDocuments({ accountId: account?._id ?? '' })).toBe(2);
  }
});

test('a projection that broke off anywhere is finished by the next', async () => {
  const messageId = await accepted();
  await project(messageId);
  const whole = await everything();
  for (const name of ['accounts', 'deliveries', 'outbox'] as const) {
    const [first] = whole[name];
    if (name !== 'accounts') await collection(name).deleteOne({ _id: first } as object);
    await raise(messageId);
    await project(messageId);
    expect(await everything()).toEqual(whole);
  }
});

test('a change of rights reaches the entries and leaves what is the reader’s own', async () => {
  const messageId = await accepted();
  await project(messageId);
  await collection('deliveries').updateMany({}, { $set: { isUnread: false } });
  const recalledAt = app.clock.now();
  await raise(messageId, { 'recipients.0.recalledAt': recalledAt });
  await project(messageId);
  const rows = await collection('deliveries').find({}).toArray();
  expect(rows.map((row): unknown[] => [row['version'], row['isUnread']])).toEqual([
    [2, false],
    [2, false],
  ]);
  expect(rows.filter((row) => row['recalledAt'] !== null)).toHaveLength(1);
  expect(await collection('outbox').countDocuments({})).toBe(3);
});

test('a change that comes while it is projected is projected too, whoever ends last', async () => {
  for (let round = 0; round < 8; round += 1) {
    const messageId = await accepted();
    const recall = async () => {
      await raise(messageId, { 'recipients.0.recalledAt': app.clock.now() });
      await project(messageId);
    };
    await Promise.all([project(messageId), recall(), project(messageId)]);
    while ((await listProjectionOwed(10)).length > 0) for (const owed of await listProjectionOwed(10)) await project(owed._id);
    const rows = await collection('deliveries').find({ messageId }).toArray();
    expect(rows.map((row): unknown => row['version'])).toEqual([2, 2]);
    expect(rows.filter((row) => row['recalledAt'] !== null)).toHaveLength(1);
  }
});

test('an opening that its sender is told of writes no entry anew, nor does a mail that could not be delivered', async () => {
  const messageId = await accepted({ wantsReceipt: true });
  await project(messageId);
  const before = await collection('deliveries').find({}).toArray();
  const [reader] = (await findMessage(messageId))?.recipients ?? [];
  await openIfReadable({ messageId, deliveryId: reader?.deliveryId ?? '', accountId: reader?.accountId ?? '' }, app.clock.now());
  const deliveryId = reader?.deliveryId ?? '';
  const mail = { _id: `notification:${deliveryId}`, kind: 'notification', messageId, deliveryId } as const;
  // Sent again since: the opening was by an earlier mail.
  await tellAuthor({ ...mail, createdAt: new Date(app.clock.now().getTime() + 1000) }, 'mailbox-full', app.context);
  await project(messageId);
  expect(await listProjectionOwed(10)).toEqual([]);
  expect(await collection('deliveries').find({}).toArray()).toEqual(before);
  const kinds = (await collection('outbox').find({}).toArray()).map(({ kind }) => String(kind)).sort();
  expect(kinds).toEqual(['delivery-failed', 'message', 'notification', 'notification', 'opened']);
});

test('an opening, a recall and an extension at the same moment all reach what follows from them', async () => {
  for (let round = 0; round < 6; round += 1) {
    const messageId = await accepted({ wantsReceipt: true });
    await project(messageId);
    const [pat, kim] = (await findMessage(messageId))?.recipients ?? [];
    const of = (reader: typeof pat) => ({ messageId, deliveryId: reader?.deliveryId ?? '', accountId: reader?.accountId ?? '' });
    const choice = (reader: typeof pat) => ({ messageId, authorId: 'tenant.alex', deliveryIds: [reader?.deliveryId ?? ''] });
    const end = new Date(app.clock.now().getTime() + 90 * DAY);
    const after = async (change: Promise<unknown>) => {
      await change;
      await project(messageId);
    };
    await Promise.all([
      after(openIfReadable(of(kim), app.clock.now())),
      after(recallIfSentBy(choice(pat), app.clock.now())),
      project(messageId),
      after(extendIfSentBy(choice(kim), end, app.clock.now())),
    ]);
    while ((await listProjectionOwed(10)).length > 0) for (const owed of await listProjectionOwed(10)) await project(owed._id);
    const entries = await collection('deliveries').find({ messageId }).toArray();
    const entryOf = (reader: typeof pat) => entries.find(({ _id }) => String(_id) === reader?.deliveryId);
    expect(entryOf(pat)?.['recalledAt']).toEqual(app.clock.now());
    expect(entryOf(kim)).toMatchObject({ recalledAt: null, expiresAt: end });
    expect(await collection('outbox').countDocuments({ kind: 'opened', messageId })).toBe(1);
  }
});

test('a message that is not accepted, or not there, makes nothing', async () => {
  const messageId = await accepted();
  await collection('messages').updateOne({ _id: messageId } as object, { $set: { state: 'pending' } });
  await project(messageId);
  await project(aKey());
  expect(await everything()).toEqual({ accounts: [], deliveries: [], outbox: [] });
});

test('a new account at an old address gets none of the old messages', async () => {
  const messageId = await accepted({ recipients: [to('pat@client.example')] });
  await project(messageId);
  await collection('accounts').updateMany({}, { $set: { deletedAt: app.clock.now() } });
  await collection('deliveries').deleteMany({});
  await project(await accepted({ recipients: [to('pat@client.example')] }));
  await raise(messageId);
  await project(messageId);
  const account = await findByAddress('pat@client.example');
  const rows = await collection('deliveries').find({}).toArray();
  expect(rows.map((row): unknown[] => [row['accountId'], row['messageId'] === messageId])).toEqual([[account?._id, false]]);
});

test('neither subject nor people of a message stand readable in its rows', async () => {
  await project(await accepted({ subject: 'canary-subject', html: 'canary-text' }));
  expect(bytesOf([{ sealed: Buffer.from('a canary-text') }]).includes('canary')).toBe(true);
  for (const name of ['messages', 'deliveries', 'outbox']) {
    const rows = await storedBytes(name);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.includes('canary')).toBe(false);
  }
  expect((await storedBytes('deliveries')).toString('latin1')).not.toMatch(/client\.example|Alex Morgan/);
});
