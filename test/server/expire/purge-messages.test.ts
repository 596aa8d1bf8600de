import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as compose from '../../../contract/compose.ts';
import * as mailbox from '../../../contract/mailbox.ts';
import * as send from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { purgeMessages } from '../../../server/expire/purge-messages.ts';
import { purgeIfEnded } from '../../../server/store/ended-messages.ts';
import { storedFiles } from '../../support/leftovers.ts';
import { aStoredMessage, later } from '../../support/message-document.ts';
import { aKey, aMessage, aMessageReceived, anUpload, signedIn } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY } from '../../support/test-clock.ts';

const app = useApp();

const read = (messageId: string) => app.staff().call(track.readSent, { messageId });

test('thirty days after its end a message is gone for good: text, files and key; who and when stay', async () => {
  const files = [await anUpload(app.staff(), 'bytes')];
  const options = { expiresInDays: 1, allowReply: true };
  const message = aMessage({ attachments: files, options });
  const { messageId } = await app.staff().call(send.sendMessage, message);
  await app.work();
  expect(await mongoose.connection.collection('outbox').countDocuments({ messageId })).toBeGreaterThan(0);
  app.clock.advance(30 * DAY);
  await purgeMessages(app.context);
  expect(await read(messageId)).toMatchObject({ isPurged: false, subject: 'Your scan results' });
  app.clock.advance(DAY + 1);
  await purgeMessages(app.context);
  expect(await read(messageId)).toMatchObject({ isPurged: true, subject: '', recipients: [{ address: 'pat@client.example' }] });
  expect(await storedFiles()).toMatchObject({ files: 0, chunks: 0 });
  expect(await mongoose.connection.collection('outbox').countDocuments({ messageId })).toBe(0);
  const kept = await mongoose.connection.collection('messages').findOne({ _id: messageId } as object);
  expect(kept).toMatchObject({ purgeAt: null });
  const empty = { length: 0 };
  expect(kept).toMatchObject({ sealedContent: empty, sealedSubject: empty, key: { wrapped: empty } });
  expect(kept?.['attachments']).toMatchObject([{ key: { wrapped: empty } }]);
  await expect(app.staff().call(track.extendMessage, { messageId, deliveryIds: null, expiresInDays: 3 })).rejects.toMatchObject({
    code: 'message_expired',
  });
  await expect(app.staff().call(send.sendMessage, message)).resolves.toMatchObject({ messageId });
});

test('of what an account wrote its own entry keeps no subject and no word either, and says that it has ended', async () => {
  const address = `${aKey().toLowerCase()}@client.example`;
  const recipients = [`${aKey().toLowerCase()}@client.example`, address].map((one) => ({ address: one, kind: 'to' as const }));
  const { recipient, deliveryId } = await aMessageReceived(app, { recipients });
  const html = '<p>About my ciprofloxacin</p>';
  const reply = { sendKey: aKey(), deliveryId, isToAll: true, html, attachments: [] };
  await recipient.call(compose.sendReply, reply);
  await app.work();
  app.clock.advance(60 * DAY + 1);
  await purgeMessages(app.context);
  await app.work();
  const reader = await signedIn(app, recipients[0]?.address ?? '');
  const { entries } = await reader.call(mailbox.listDeliveries, { folder: 'sent' });
  expect(entries).toMatchObject([{ subject: '', state: 'expired', recipients: [{}, { address }] }]);
  expect(entries[0]?.endedAt).not.toBeNull();
  const own = { deliveryId: entries[0]?.deliveryId ?? '' };
  await expect(reader.call(mailbox.openMessage, own)).rejects.toMatchObject({ code: 'message_expired' });
  const rows = await mongoose.connection.collection('deliveries').find({ role: 'author' }).toArray();
  expect(rows.map((row) => row['words'] as unknown)).toEqual([[]]);
});

test('a message extended at the last moment is kept', async () => {
  const { sent } = await aMessageReceived(app, { options: { expiresInDays: 1, allowReply: true } });
  app.clock.advance(31 * DAY + 1);
  const raced = await Promise.all([
    app
      .staff()
      .call(track.extendMessage, { messageId: sent.messageId, deliveryIds: null, expiresInDays: 5 })
      .then(
        () => 'extended',
        () => 'refused',
      ),
    purgeIfEnded(sent.messageId, app.clock.now()),
  ]);
  expect([
    ['extended', false],
    ['refused', true],
  ]).toContainEqual(raced);
  const { isPurged } = await read(sent.messageId);
  expect(isPurged).toBe(raced[1]);
});

test('a purge that a crash has cut short is finished in the next round', async () => {
  const files = [await anUpload(app.staff(), 'bytes')];
  const { sent } = await aMessageReceived(app, { attachments: files, options: { expiresInDays: 1, allowReply: true } });
  app.clock.advance(31 * DAY + 1);
  await purgeIfEnded(sent.messageId, app.clock.now());
  await purgeMessages(app.context);
  expect(await storedFiles()).toMatchObject({ files: 0, chunks: 0 });
});

const readable = (days: number | null) => ({ options: { expiresInDays: days, allowReply: true } });
const to = (...addresses: string[]) => addresses.map((address) => ({ address, kind: 'to' as const }));
const isGone = async (messageId: string) => (await read(messageId)).isPurged;
const purge31DaysOn = async () => {
  app.clock.advance(31 * DAY);
  await purgeMessages(app.context);
};

test('a colleague, who has the message as a mail, does not keep it from being deleted once all others cannot read it', async () => {
  const recipients = to('kim@harbour.example', 'pat@client.example');
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ recipients, ...readable(null) }));
  await purge31DaysOn();
  expect(await isGone(messageId)).toBe(false);
  await app.staff().call(track.endMessage, { messageId, deliveryIds: null });
  await purge31DaysOn();
  expect(await isGone(messageId)).toBe(true);
});

test('nor does one to whom an address was corrected', async () => {
  const recipients = to('kim@client.example');
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ recipients, ...readable(null) }));
  const deliveryId = (await read(messageId)).recipients[0]?.deliveryId ?? '';
  await app.staff().call(track.correctAddress, { messageId, deliveryId, address: 'kim@harbour.example', name: '' });
  await purge31DaysOn();
  expect(await isGone(messageId)).toBe(true);
});

test.each([null, 365])('what went to colleagues alone is deleted after thirty days (readable for: %s)', async (days) => {
  const message = aMessage({ recipients: to('kim@harbour.example'), ...readable(days) });
  const { messageId } = await app.staff().call(send.sendMessage, message);
  app.clock.advance(29 * DAY);
  await purgeMessages(app.context);
  expect(await isGone(messageId)).toBe(false);
  await purge31DaysOn();
  expect(await isGone(messageId)).toBe(true);
});

test('what an account wrote to staff alone stays in its Sent folder', async () => {
  const { recipient, deliveryId, address } = await aMessageReceived(app);
  await recipient.call(compose.sendReply, { sendKey: aKey(), deliveryId, html: '<p>Thank you</p>', attachments: [] });
  await app.work();
  for (let month = 0; month < 3; month += 1) await purge31DaysOn();
  const { entries } = await (await signedIn(app, address)).call(mailbox.listDeliveries, { folder: 'sent' });
  expect(entries).toMatchObject([{ subject: 'Re: Your scan results' }]);
});

test('a message that cannot be purged wholly holds up none of the many behind it; its files go, and the rest once it can', async () => {
  const files = [await anUpload(app.staff(), 'bytes')];
  const { sent, deliveryId } = await aMessageReceived(app, { attachments: files });
  const [messages, deliveries] = [mongoose.connection.collection('messages'), mongoose.connection.collection('deliveries')];
  await messages.updateOne({ _id: sent.messageId } as object, { $set: { purgeAt: later(0) } });
  const entry = await deliveries.findOne({ _id: deliveryId } as object);
  await deliveries.updateOne({ _id: deliveryId } as object, { $set: { sealedSummary: Buffer.alloc(60) } });
  for (let n = 1; n < 45; n += 1) await aStoredMessage({ purgeAt: later(n % 3) });
  const left = async () =>
    (await messages.find({ purgeAt: { $gt: new Date(0), $lte: later(9) } }).toArray()).map(({ _id }) => _id);
  await purgeMessages(app.context);
  expect(await left()).toEqual([sent.messageId]);
  expect(await storedFiles()).toMatchObject({ files: 0, chunks: 0 });
  await deliveries.updateOne({ _id: deliveryId } as object, { $set: { sealedSummary: entry?.['sealedSummary'] as Buffer } });
  await purgeMessages(app.context);
  expect(await left()).toEqual([]);
});
