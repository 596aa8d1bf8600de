import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as mailbox from '../../../contract/mailbox.ts';
import { openIfReadable } from '../../../server/store/readings.ts';
import { settleProjection } from '../../../server/store/messages.ts';
import { aMessageReceived, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { HOUR, MINUTE } from '../../support/test-clock.ts';
import { aRecipient, aStoredMessage, later } from '../../support/message-document.ts';

const app = useApp();
const wanted = { options: { expiresInDays: 30, allowReply: true, readReceipt: true } };

const receiptsAbout = (address: string) =>
  app.sink.mailsTo('alex@harbour.example').filter(({ mail }) => mail.subject === `${address} opened your secure message`);

test('a sender who asked is told once by whom and when the message was opened first', async () => {
  const { address, open, recipient, deliveryId } = await aMessageReceived(app, wanted);
  expect(receiptsAbout(address)).toEqual([]);
  await recipient.call(mailbox.listDeliveries, { folder: 'inbox' });
  await app.visitor().fetch(`/m/${deliveryId}`);
  await app.work();
  expect(receiptsAbout(address)).toEqual([]);
  await Promise.all([open(), open(), open()]);
  app.clock.advance(HOUR / 4);
  await open();
  await Promise.all([app.work(), app.work()]);
  await open();
  await app.work();
  const [receipt, ...more] = receiptsAbout(address);
  expect(more).toEqual([]);
  expect(textOf(receipt!)).toMatch(/opened for the first time on \d+ \w+ \d{4} at \d\d:\d\d/);
  expect(textOf(receipt!)).toContain(`by ${address}.`);
  expect(textOf(receipt!)).toContain('Subject: Your scan results');
});

test('a sender who did not ask is told nothing', async () => {
  const { address, open } = await aMessageReceived(app);
  await open();
  await app.work();
  expect(receiptsAbout(address)).toEqual([]);
});

test('a receipt is owed by the very update that records the opening, also during a projection of the message', async () => {
  const reader = aRecipient();
  const { _id } = await aStoredMessage({ wantsReceipt: true, isProjectionOwed: true, recipients: [reader] });
  const who = { messageId: _id, deliveryId: reader.deliveryId, accountId: reader.accountId ?? '' };
  expect(await openIfReadable(who, later(MINUTE))).toMatchObject({ isProjectionOwed: true, version: 1, notices: 1 });
  await settleProjection({ _id, version: 1 });
  expect(await mongoose.connection.collection<{ _id: string }>('messages').findOne({ _id })).toMatchObject({
    isProjectionOwed: true,
  });
  await settleProjection({ _id, version: 1, notices: 1 });
  expect(await openIfReadable(who, later(2 * MINUTE))).toMatchObject({ isProjectionOwed: false, version: 1 });
  await mongoose.connection.collection<{ _id: string }>('messages').deleteOne({ _id });
});
