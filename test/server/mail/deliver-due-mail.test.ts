import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { deliverDueMail } from '../../../server/mail/deliver-due-mail.ts';
import type { MessageDocument } from '../../../server/store/message-document.ts';
import { findAccepted } from '../../../server/store/messages.ts';
import { type OutboxDocument, oweMail } from '../../../server/store/outbox.ts';
import { useMailWorld } from '../../support/mail-world.ts';

const world = useMailWorld();
const PAT = 'pat@client.example';
const ALEX = 'alex@harbour.example';

const rows = () => mongoose.connection.collection<OutboxDocument>('outbox');
const rowOf = (id: string) => rows().findOne({ _id: id });
const deliver = () => deliverDueMail(world.context);

async function owe(message: MessageDocument): Promise<string> {
  for (const { deliveryId, address, route } of message.recipients) {
    const about = { messageId: message._id, deliveryId, address };
    if (route === 'portal')
      await oweMail({ ...about, _id: `notification:${deliveryId}`, kind: 'notification', route: 'relay' }, world.now);
    else await oweMail({ ...about, _id: `message:${deliveryId}`, kind: 'message', route: 'organisation' }, world.now);
  }
  const [first] = message.recipients;
  return first?.route === 'portal' ? `notification:${first.deliveryId}` : `message:${first?.deliveryId}`;
}

function pass(milliseconds: number): void {
  world.now = new Date(world.now.getTime() + milliseconds);
}

async function recipientOf(message: MessageDocument) {
  return (await findAccepted(message._id))?.recipients[0];
}

test('a notification owed is sent once, and the recipient counts as notified', async () => {
  const message = await world.aMessage();
  const id = await owe(message);
  expect(await deliver()).toBe(1);
  await owe(message);
  expect(await deliver()).toBe(0);
  expect(world.sink.mails).toHaveLength(1);
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 1, leaseId: null });
  expect((await recipientOf(message))?.notifiedAt).toEqual(world.now);
});

test('two servers on one database send each mail once', async () => {
  const addresses = Array.from({ length: 60 }, (_, index) => `person${index}@client.example`);
  await owe(await world.aMessage({ recipients: addresses.map((address) => ({ address })) }));
  const other = world.anotherContext();
  const [one, two] = await Promise.all([deliver(), deliverDueMail(other)]);
  expect(one + two).toBe(60);
  expect(world.sink.mails.flatMap(({ to }) => to).sort()).toEqual([...addresses].sort());
  expect(await rows().countDocuments({ state: 'sent' })).toBe(60);
});

test('a mail that has left is not sent again because writing that down fails for a while', async () => {
  const message = await world.aMessage();
  const id = await owe(message);
  // Only one row may be `sent` for now, and one is already.
  await rows().insertOne({ _id: 'other', state: 'sent' } as OutboxDocument);
  const obstacle = await rows().createIndex({ state: 1 }, { unique: true, partialFilterExpression: { state: 'sent' } }, {});
  const delivering = deliver();
  while (world.sink.mailsTo(PAT).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect((await rowOf(id))?.state).toBe('due');
  await rows().dropIndex(obstacle);
  await delivering;
  expect((await rowOf(id))?.state).toBe('sent');
  pass(24 * 3_600_000);
  await deliver();
  expect(world.sink.mailsTo(PAT)).toHaveLength(1);
});

test('overlapping rounds of one server never use more connections than the pool has', async () => {
  world.sink.faults.slowMs = 20;
  await owe(
    await world.aMessage({ recipients: Array.from({ length: 20 }, (_, index) => ({ address: `p${index}@client.example` })) }),
  );
  await Promise.all([deliver(), deliver(), deliver()]);
  expect(world.sink.mails).toHaveLength(20);
  expect(world.sink.mostConnections).toBeLessThanOrEqual(5);
});

test('an answer lost behind DATA gives a copy with the same Message-ID, nothing else', async () => {
  world.sink.faults.cutsAfterData = 1;
  const id = await owe(await world.aMessage());
  await deliver();
  expect(await rowOf(id)).toMatchObject({ state: 'due', leaseId: null });
  pass(60_000);
  await deliver();
  const [first, second, ...more] = world.sink.mails;
  expect(more).toEqual([]);
  expect(second?.mail.messageId).toBe(first?.mail.messageId);
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
});

test('a server that died after sending leaves the mail to another, which sends a copy with the same Message-ID', async () => {
  const id = await owe(await world.aMessage());
  await deliver();
  await rows().updateOne(
    { _id: id },
    { $set: { state: 'due', leaseId: 'of the dead', dueAt: new Date(world.now.getTime() + 1000) } },
  );
  await deliver();
  expect(world.sink.mails).toHaveLength(1);
  pass(1000);
  await deliver();
  expect(world.sink.mails.map(({ mail }) => mail.messageId)).toEqual([
    world.sink.mails[0]?.mail.messageId,
    world.sink.mails[0]?.mail.messageId,
  ]);
});

test('while the mail server is away mails wait longer and longer, and then everything arrives', async () => {
  await world.sink.pause();
  const id = await owe(await world.aMessage());
  const waits: number[] = [];
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await deliver();
    const dueAt = (await rowOf(id))?.dueAt.getTime() ?? 0;
    waits.push(dueAt - world.now.getTime());
    pass(dueAt - world.now.getTime());
  }
  waits.forEach((wait, index) => {
    expect(wait).toBeGreaterThanOrEqual(30_000 * 2 ** index * 0.75);
    expect(wait).toBeLessThanOrEqual(30_000 * 2 ** index * 1.25);
  });
  await world.sink.resume();
  await deliver();
  expect(world.sink.mails).toHaveLength(1);
});

test.each(['rcpt', 'data'] as const)('a temporary refusal of the %s is tried again', async (stage) => {
  world.sink.faults[stage] = { [PAT]: 451 };
  const message = await world.aMessage();
  const id = await owe(message);
  await deliver();
  expect(await rowOf(id)).toMatchObject({ state: 'due', lastError: 'smtp-451' });
  world.sink.faults[stage] = {};
  pass(60_000);
  await deliver();
  expect(world.sink.mailsTo(PAT)).toHaveLength(1);
  expect((await recipientOf(message))?.bouncedAt).toBeNull();
});

test.each(['rcpt', 'data'] as const)(
  'a refusal of the %s for good ends the mail at once, and the author is told',
  async (stage) => {
    world.sink.faults[stage] = { [PAT]: 550 };
    const message = await world.aMessage();
    const id = await owe(message);
    await deliver();
    await deliver();
    expect(await rowOf(id)).toMatchObject({ state: 'failed', attempts: 1, lastError: 'smtp-550' });
    expect((await recipientOf(message))?.bouncedAt).toEqual(world.now);
    expect(world.sink.mails.map(({ to }) => to)).toEqual([[ALEX]]);
    expect(world.sink.mails[0]?.mail.subject).toBe(`Not delivered to ${PAT}`);
  },
);

test('a refusal of our own sender address is not held against the recipient', async () => {
  world.sink.faults.mailFrom = 550;
  const id = await owe(await world.aMessage());
  await deliver();
  expect(await rowOf(id)).toMatchObject({ state: 'due', lastError: 'smtp-550' });
});

test('after three days without success the mail is given up, and the author is told', async () => {
  world.sink.faults.rcpt = { [PAT]: 450 };
  const id = await owe(await world.aMessage());
  pass(3 * 24 * 3_600_000 - 10_000);
  await deliver();
  await deliver();
  expect(await rowOf(id)).toMatchObject({ state: 'failed' });
  expect(world.sink.mailsTo(ALEX)).toHaveLength(1);
});

test('one refused recipient does not hold up the others', async () => {
  world.sink.faults.rcpt = { 'gone@client.example': 550 };
  await owe(await world.aMessage({ recipients: [{ address: 'gone@client.example' }, { address: PAT }] }));
  await deliver();
  expect(world.sink.mailsTo(PAT)).toHaveLength(1);
});

test('a recalled, an expired and an unknown message cancel their mails', async () => {
  const past = new Date(world.now.getTime() - 1);
  const ids = [
    await owe(await world.aMessage({ recipients: [{ recalledAt: past }] })),
    await owe(await world.aMessage({ recipients: [{ expiresAt: past }] })),
  ];
  await oweMail(
    { _id: 'notification:x', kind: 'notification', route: 'relay', address: PAT, messageId: 'x', deliveryId: 'x' },
    world.now,
  );
  await deliver();
  for (const id of [...ids, 'notification:x']) expect(await rowOf(id)).toMatchObject({ state: 'cancelled' });
  expect(world.sink.mails).toEqual([]);
});

test('a message recalled while the mail server was away is not announced any more', async () => {
  await world.sink.pause();
  const message = await world.aMessage();
  const id = await owe(message);
  await deliver();
  await mongoose.connection.collection('messages').updateOne({}, { $set: { 'recipients.0.recalledAt': world.now } });
  await world.sink.resume();
  pass(60_000);
  await deliver();
  expect(world.sink.mails).toEqual([]);
  expect(await rowOf(id)).toMatchObject({ state: 'cancelled' });
});

test('the log names no address, no subject and no link', async () => {
  world.sink.faults.rcpt = { [PAT]: 550, 'lee@client.example': 451 };
  await owe(await world.aMessage({ recipients: [{}, { address: 'lee@client.example' }, { address: 'kim@client.example' }] }));
  await deliver();
  expect(world.log).toContain('mail sent');
  expect(world.log).toContain('mail given up');
  expect(world.log).not.toMatch(/example|scan|\/m\//);
});
