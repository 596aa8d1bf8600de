import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { openMessage } from '../../../contract/mailbox.ts';
import { sendMessage } from '../../../contract/send.ts';
import { extendMessage } from '../../../contract/track.ts';
import { oweReminders } from '../../../server/expire/owe-reminders.ts';
import { deliverDueMail } from '../../../server/mail/deliver-due-mail.ts';
import { ahead } from '../../support/draft.ts';
import { aKey, aMessage, aMessageReceived, linkOf, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY } from '../../support/test-clock.ts';

const app = useApp();
const collection = (name: string) => mongoose.connection.collection(name);

beforeEach(async () => {
  for (const name of ['messages', 'deliveries', 'outbox']) await collection(name).deleteMany({});
});

/** A message to somebody who has never signed in. */
async function aMessageWaiting(expiresInDays: number | null) {
  const address = `${aKey().toLowerCase()}@client.example`;
  const options = { expiresInDays, allowReply: true };
  const { messageId } = await app.staff().call(sendMessage, aMessage({ recipients: [{ address, kind: 'to' }], options }));
  await app.work();
  return { address, messageId, deliveryId: linkOf(app, address) };
}

const reminders = async () => (await collection('outbox').find({ kind: 'reminder' }).toArray()).map(({ _id }) => String(_id));
const after = (days: number) => ahead(app.context, days * DAY);
const remindersTo = (address: string) => app.sink.mailsTo(address).filter(({ mail }) => mail.subject?.startsWith('Reminder'));

test('three days before an unread message ends its recipient is reminded once, signed in ever or not', async () => {
  const { address, deliveryId } = await aMessageWaiting(30);
  expect(await oweReminders(after(26.9))).toBe(0);
  await oweReminders(after(27.1));
  expect(await oweReminders(after(28))).toBe(0);
  expect(await reminders()).toEqual([expect.stringContaining(`reminder:${deliveryId}:`)]);
  await deliverDueMail(after(27.1));
  const [mail] = remindersTo(address);
  const text = mail ? textOf(mail) : '';
  expect(mail?.mail.subject).toBe('Reminder: secure message from Alex Morgan');
  expect(text).toContain(`/m/${deliveryId}\n`);
  expect(text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
  expect(text).not.toContain('Your scan results');
});

test('the reminder names the code of the notification', async () => {
  const { address } = await aMessageWaiting(30);
  await oweReminders(after(28));
  await deliverDueMail(after(28));
  const codes = app.sink.mailsTo(address).map((mail) => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(textOf(mail))?.[0]);
  expect(codes).toHaveLength(2);
  expect(codes[0]).toBe(codes[1]);
});

test.each([
  ['lives no longer than the reminder comes before its end', 3],
  ['never ends', null],
])('a message that %s brings no reminder', async (_what, days) => {
  await aMessageWaiting(days);
  for (const day of [0, 1, 2.9, 400]) await oweReminders(after(day));
  expect(await reminders()).toEqual([]);
});

test('who has read the message is not reminded, nor is anybody of one that has ended or was recalled', async () => {
  const { deliveryId, recipient } = await aMessageReceived(app);
  await recipient.call(openMessage, { deliveryId });
  await aMessageWaiting(30);
  await collection('deliveries').updateMany({ isUnread: true }, { $set: { recalledAt: app.clock.now() } });
  await oweReminders(after(28));
  await aMessageWaiting(30);
  await oweReminders(after(31));
  expect(await reminders()).toEqual([]);
});

test.each([
  ['read', { 'recipients.0.openings': { firstAt: new Date(), lastAt: new Date() } }],
  ['recalled', { 'recipients.0.recalledAt': new Date() }],
])('a message %s before the reminder leaves cancels it', async (_what, change) => {
  const { address, deliveryId } = await aMessageWaiting(30);
  await oweReminders(after(28));
  await collection('messages').updateOne({ 'recipients.deliveryId': deliveryId }, { $set: change });
  await deliverDueMail(after(28));
  expect(remindersTo(address)).toEqual([]);
  expect(await collection('outbox').findOne({ kind: 'reminder' })).toMatchObject({ state: 'cancelled' });
});

test('two servers at the same moment, and one that was killed in between, owe one reminder', async () => {
  const { deliveryId } = await aMessageWaiting(30);
  await Promise.all([oweReminders(after(28)), oweReminders(after(28)), oweReminders(after(28))]);
  await collection('deliveries').updateOne({ _id: deliveryId as never }, { $set: { isReminderOwed: true } });
  await oweReminders(after(28));
  expect(await reminders()).toEqual([expect.stringContaining(`reminder:${deliveryId}:`)]);
});

test('whoever was reminded before the sender gave more time is reminded again before the new end', async () => {
  const { address, messageId } = await aMessageWaiting(10);
  app.clock.advance(8 * DAY);
  await oweReminders(app.context);
  await app.work();
  expect(remindersTo(address)).toHaveLength(1);
  await app.staff().call(extendMessage, { messageId, deliveryIds: null, expiresInDays: 20 });
  await app.work();
  await oweReminders(app.context);
  expect(await reminders()).toHaveLength(1);
  app.clock.advance(18 * DAY);
  await oweReminders(app.context);
  await oweReminders(app.context);
  await app.work();
  expect(remindersTo(address)).toHaveLength(2);
});

test('whoever is told of a message anew shortly before its end is not reminded a moment later', async () => {
  const { address, messageId } = await aMessageWaiting(30);
  app.clock.advance(31 * DAY);
  await app.staff().call(extendMessage, { messageId, deliveryIds: null, expiresInDays: 2 });
  await app.work();
  await oweReminders(app.context);
  await app.work();
  expect(remindersTo(address)).toEqual([]);
});

test('an organisation that wants no reminders gets none', async () => {
  await aMessageWaiting(30);
  expect(await oweReminders({ ...after(28), config: { ...app.context.config, REMINDER_DAYS: 0 } })).toBe(0);
  expect(await reminders()).toEqual([]);
});
