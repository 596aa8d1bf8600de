import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as mailbox from '../../../contract/mailbox.ts';
import * as send from '../../../contract/send.ts';
import { changeRecipient } from '../../support/change-message.ts';
import type { Client } from '../../support/client.ts';
import { aKey, aMessage, aMessageReceived, enrol, linkOf, sharedReader, signedIn } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY, SECOND } from '../../support/test-clock.ts';

const app = useApp();
const aReader = sharedReader(app);
const anAddress = () => `${aKey().toLowerCase()}@client.example`;
const openings = async (deliveryId: string) => {
  const message = await mongoose.connection.collection('messages').findOne({ 'recipients.deliveryId': deliveryId });
  const recipients = (message?.['recipients'] ?? []) as { deliveryId: string; openings: { firstAt?: Date; lastAt?: Date } }[];
  return recipients.find((recipient) => recipient.deliveryId === deliveryId)?.openings;
};
/** What somebody outside sees of an answer, but for its id and the time. */
const seenBy = async (client: Client, deliveryId: string) => {
  const answer = await client.fetch(`/api/mailbox/deliveries/${deliveryId}/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'));
  const body = (await answer.json()) as { error?: { requestId?: string } };
  delete body.error?.requestId;
  return { status: answer.status, headers, body };
};

test('the first and the last opening are recorded', async () => {
  const { deliveryId, open } = await aMessageReceived(app);
  expect(await openings(deliveryId)).toEqual({});
  await open();
  const firstAt = app.clock.now();
  app.clock.advance(5 * SECOND);
  await Promise.all([open(), open(), open()]);
  expect(await openings(deliveryId)).toEqual({ firstAt, lastAt: app.clock.now() });
});

test('Bcc is invisible to the others; the one it is for reads the message and finds only the own address in the list', async () => {
  const [to, cc, bcc] = [anAddress(), anAddress(), anAddress()];
  const recipients = [
    { address: to, kind: 'to' as const },
    { address: cc, kind: 'cc' as const },
    { address: bcc, name: 'Bea Hidden', kind: 'bcc' as const },
  ];
  await app.staff().call(send.sendMessage, aMessage({ recipients }));
  await app.work();
  for (const address of [to, cc, bcc]) {
    const deliveryId = linkOf(app, address);
    await enrol(app, deliveryId, address);
    const reader = await signedIn(app, address);
    const opened = await reader.call(mailbox.openMessage, { deliveryId });
    const listed = await reader.call(mailbox.listDeliveries, { folder: 'inbox' });
    expect(JSON.stringify(opened)).not.toContain(bcc);
    expect(JSON.stringify(listed).includes(bcc)).toBe(address === bcc);
    expect(JSON.stringify([opened, listed]).includes('Bea Hidden')).toBe(address === bcc);
    expect(opened.to.map((person) => person.address)).toEqual([to]);
    expect(opened.cc.map((person) => person.address)).toEqual([cc]);
  }
});

test('only the owner learns that a message expired', async () => {
  const { deliveryId, address } = await aMessageReceived(app, { options: { expiresInDays: 1, allowReply: true } });
  const { address: otherAddress } = await aMessageReceived(app);
  app.clock.advance(DAY - SECOND);
  const [owner, other] = [await signedIn(app, address), await signedIn(app, otherAddress)];
  await owner.call(mailbox.openMessage, { deliveryId });
  app.clock.advance(SECOND);
  await expect(owner.call(mailbox.openMessage, { deliveryId })).rejects.toMatchObject({ code: 'message_expired' });
  expect(await seenBy(other, deliveryId)).toEqual(await seenBy(other, aKey()));
});

test('only the owner learns that a message was recalled; foreign, ended and unknown ids are the same to others', async () => {
  const { deliveryId, recipient } = await aMessageReceived(app);
  const { recipient: other } = await aMessageReceived(app);
  const unknown = await seenBy(other, aKey());
  expect(unknown).toMatchObject({ status: 404, body: { error: { code: 'message_not_found' } } });
  expect(await seenBy(other, deliveryId)).toEqual(unknown);
  await changeRecipient(deliveryId, { recalledAt: app.clock.now() });
  expect(await seenBy(recipient, deliveryId)).toMatchObject({ status: 410, body: { error: { code: 'message_recalled' } } });
  expect(await seenBy(other, deliveryId)).toEqual(unknown);
  expect(await openings(deliveryId)).toEqual({});
});

test('recalled and expired at once counts as recalled', async () => {
  const { deliveryId, recipient } = await aMessageReceived(app);
  await changeRecipient(deliveryId, { recalledAt: app.clock.now(), expiresAt: app.clock.now() });
  await expect(recipient.call(mailbox.openMessage, { deliveryId })).rejects.toMatchObject({ code: 'message_recalled' });
});

test('a message without expiry stays readable', async () => {
  const { deliveryId, address } = await aMessageReceived(app, { options: { expiresInDays: null, allowReply: true } });
  app.clock.advance(4000 * DAY);
  const recipient = await signedIn(app, address);
  expect(await recipient.call(mailbox.openMessage, { deliveryId })).toMatchObject({ expiresAt: null });
  app.clock.advance(-4000 * DAY);
});

test('opening while the message is recalled: who got it is recorded, who came later is refused', async () => {
  for (let round = 1; round <= 8; round += 1) {
    const { deliveryId, recipient } = await aMessageReceived(app);
    const [opened] = await Promise.allSettled([
      recipient.call(mailbox.openMessage, { deliveryId }),
      changeRecipient(deliveryId, { recalledAt: app.clock.now() }),
    ]);
    const isRecorded = (await openings(deliveryId))?.firstAt !== undefined;
    expect(isRecorded).toBe(opened.status === 'fulfilled');
    await expect(recipient.call(mailbox.openMessage, { deliveryId })).rejects.toMatchObject({ code: 'message_recalled' });
  }
});

test('a message changed in the database is not shown', async () => {
  const { deliveryId, recipient } = await aMessageReceived(app);
  const messages = mongoose.connection.collection('messages');
  const message = await messages.findOne({ 'recipients.deliveryId': deliveryId });
  const sealed = Buffer.from((message?.['sealedContent'] as mongoose.mongo.Binary).buffer);
  sealed[sealed.length - 20] = (sealed[sealed.length - 20] ?? 0) ^ 1;
  await messages.updateOne({ _id: message?._id as never }, { $set: { sealedContent: sealed } });
  expect(await seenBy(recipient, deliveryId)).toMatchObject({ status: 500, body: { error: { code: 'unexpected' } } });
});

test('the sealed summary of another entry is not shown in its place', async () => {
  const { recipient, address, deliveryId } = await aMessageReceived(app);
  await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  await app.work();
  const deliveries = mongoose.connection.collection<{ _id: string; accountId: string; sealedSummary: Buffer }>('deliveries');
  const { accountId = '' } = (await deliveries.findOne({ _id: deliveryId })) ?? {};
  const rows = await deliveries.find({ accountId }).toArray();
  const foreign = rows.find((row) => row._id !== deliveryId)?.sealedSummary;
  await deliveries.updateOne({ _id: deliveryId }, { $set: { sealedSummary: foreign ?? Buffer.alloc(0) } });
  await expect(recipient.call(mailbox.listDeliveries, { folder: 'inbox' })).rejects.toMatchObject({ code: 'unexpected' });
});

test.each(['short', 'x'.repeat(23), '%24ne', '__proto__', 'a.b', '%00'.repeat(22)])('%s is no id of a message', async (id) => {
  const recipient = await aReader();
  expect((await seenBy(recipient, id)).status).toBe(400);
});
