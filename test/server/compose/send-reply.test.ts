import { randomBytes } from 'node:crypto';
import { expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as compose from '../../../contract/compose.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import * as mailbox from '../../../contract/mailbox.ts';
import type { MessageDocument } from '../../../server/store/message-document.ts';
import { findMessage } from '../../../server/store/messages.ts';
import type { Client } from '../../support/client.ts';
import { aKey, aMessageReceived, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY, MINUTE } from '../../support/test-clock.ts';

const app = useApp();
jest.setTimeout(30_000);

type Reply = InputOf<typeof compose.sendReply>;

const aReply = (deliveryId: string, changes: Partial<Reply> = {}): Reply => ({
  sendKey: aKey(),
  deliveryId,
  html: '<p>Thank you,<br>I am relieved.</p>',
  attachments: [],
  ...changes,
});

async function aReplyFile(recipient: Client, bytes: Uint8Array<ArrayBuffer> | string, name: string) {
  const { uploadId } = await recipient.upload(compose.uploadReplyFile, new Blob([bytes]), name);
  return { uploadId, name, contentType: 'application/pdf', contentId: null };
}

const mailsToAlex = (address: string) =>
  app.sink.mailsTo('alex@harbour.example').filter(({ mail }) => mail.replyTo?.[0]?.address === address);
const change = (messageId: string, $set: object) =>
  mongoose.connection.collection('messages').updateOne({ _id: messageId } as object, { $set });
const sentOf = async (recipient: Client) => (await recipient.call(mailbox.listDeliveries, { folder: 'sent' })).entries;

test('a reply reaches the sender as a tagged mail with its files whole, and Sent shows it once', async () => {
  const { recipient, deliveryId, address, sent } = await aMessageReceived(app);
  const files = [randomBytes(200_000), Buffer.from('two')];
  const names = ['Befund Müller 🩺.pdf', 'two.txt'];
  const attachments = await Promise.all(files.map((bytes, n) => aReplyFile(recipient, new Uint8Array(bytes), names[n] ?? '')));
  const answer = await recipient.call(compose.sendReply, aReply(deliveryId, { attachments }));
  await app.work();
  await app.work();
  expect(answer.recipientCount).toBe(1);
  const [received, ...more] = mailsToAlex(address);
  if (!received) throw new Error('nothing arrived');
  expect(more).toEqual([]);
  expect(received.mail.subject).toBe('[Secure] Re: Your scan results');
  expect(received.mail.headers.find(({ key }) => key === 'x-sealpost-secure')?.value).toBe('yes');
  expect(received.mail.from?.address).toBe('postmaster@harbour.example');
  expect(received.mail.headers.find(({ key }) => key === 'references')?.value).toContain(sent.messageId);
  expect(textOf(received)).toContain('I am relieved.');
  expect(received.mail.attachments.map(({ filename }) => filename)).toEqual(names);
  for (const [n, { content }] of received.mail.attachments.entries())
    expect(Buffer.from(content as ArrayBuffer).equals(files[n] ?? Buffer.of())).toBe(true);
  expect(await sentOf(recipient)).toMatchObject([{ subject: 'Re: Your scan results', attachmentCount: 2, isUnread: false }]);
});

test('what was sent can be read again by its author, files included', async () => {
  const { recipient, deliveryId } = await aMessageReceived(app);
  const attachments = [await aReplyFile(recipient, 'bytes', 'a.txt')];
  await recipient.call(
    compose.sendReply,
    aReply(deliveryId, { html: '<p><b>bold</b> & more<script>alert(1)</script></p>', attachments }),
  );
  await app.work();
  const [entry] = await sentOf(recipient);
  const opened = await recipient.call(mailbox.openMessage, { deliveryId: entry?.deliveryId ?? '' });
  expect(opened.html).toBe('<p><b>bold</b> &amp; more</p>');
  expect(opened.mayReply).toBe(false);
  const path = `/api/mailbox/deliveries/${opened.deliveryId}/attachments/${opened.attachments[0]?.attachmentId ?? ''}`;
  expect(await (await recipient.fetch(path)).text()).toBe('bytes');
});

test('the answered message notes the first reply of its recipient', async () => {
  const { recipient, deliveryId, sent } = await aMessageReceived(app);
  const firstAt = app.clock.now();
  await recipient.call(compose.sendReply, aReply(deliveryId));
  await app.work();
  app.clock.advance(MINUTE);
  await recipient.call(compose.sendReply, aReply(deliveryId, { html: 'One thing more.' }));
  await app.work();
  expect((await findMessage(sent.messageId))?.recipients[0]?.repliedAt).toEqual(firstAt);
});

test('a subject that says Re: already does not say it twice', async () => {
  const { recipient, deliveryId, address } = await aMessageReceived(app, { subject: 'RE: scan' });
  await recipient.call(compose.sendReply, aReply(deliveryId));
  await app.work();
  expect(mailsToAlex(address).map(({ mail }) => mail.subject)).toEqual(['[Secure] RE: scan']);
});

test('a message whose sender allows no reply takes none', async () => {
  const { recipient, deliveryId, open } = await aMessageReceived(app, { options: { expiresInDays: 30, allowReply: false } });
  expect((await open()).mayReply).toBe(false);
  await expect(recipient.call(compose.sendReply, aReply(deliveryId))).rejects.toMatchObject({ code: 'reply_not_allowed' });
});

test('a recalled message takes no reply, and says that it was recalled', async () => {
  const { recipient, deliveryId, sent } = await aMessageReceived(app);
  await change(sent.messageId, { 'recipients.0.recalledAt': app.clock.now() });
  await expect(recipient.call(compose.sendReply, aReply(deliveryId))).rejects.toMatchObject({ code: 'message_recalled' });
});

test('an expired message takes no reply, and says that it expired', async () => {
  const { recipient, deliveryId, sent } = await aMessageReceived(app);
  await change(sent.messageId, { 'recipients.0.expiresAt': app.clock.now() });
  await expect(recipient.call(compose.sendReply, aReply(deliveryId))).rejects.toMatchObject({ code: 'message_expired' });
});

test('someone else’s entry, an unknown one and one’s own sent one are all not found', async () => {
  const pat = await aMessageReceived(app);
  const kim = await aMessageReceived(app);
  await pat.recipient.call(compose.sendReply, aReply(pat.deliveryId));
  await app.work();
  const [own] = await sentOf(pat.recipient);
  for (const deliveryId of [kim.deliveryId, aKey(), own?.deliveryId ?? '']) {
    const refused = pat.recipient.call(compose.sendReply, aReply(deliveryId));
    await expect(refused).rejects.toMatchObject({ code: 'message_not_found', details: {} });
  }
});

test('a reply retried or sent twice at the same moment is one reply and one entry in Sent', async () => {
  const { recipient, deliveryId, address } = await aMessageReceived(app);
  const reply = aReply(deliveryId, { attachments: [await aReplyFile(recipient, 'bytes', 'a.txt')] });
  const answers = await Promise.all(Array.from({ length: 6 }, () => recipient.call(compose.sendReply, reply)));
  await Promise.all([app.work(), app.work()]);
  answers.push(await recipient.call(compose.sendReply, reply));
  const anew = { ...reply, attachments: [await aReplyFile(recipient, 'bytes', 'a.txt')] };
  answers.push(await recipient.call(compose.sendReply, anew));
  await app.work();
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(mailsToAlex(address)).toHaveLength(1);
  expect(await sentOf(recipient)).toHaveLength(1);
});

test('a reply whose answer was lost is answered again, even when the message has ended since', async () => {
  const { recipient, deliveryId, sent } = await aMessageReceived(app);
  const reply = aReply(deliveryId);
  const answer = await recipient.call(compose.sendReply, reply);
  const ends: Partial<MessageDocument['recipients'][number]>[] = [
    { expiresAt: new Date(app.clock.now().getTime() - DAY) },
    { recalledAt: app.clock.now() },
  ];
  for (const end of ends) {
    await change(sent.messageId, Object.fromEntries(Object.entries(end).map(([name, value]) => [`recipients.0.${name}`, value])));
    expect(await recipient.call(compose.sendReply, reply)).toEqual(answer);
    await expect(recipient.call(compose.sendReply, aReply(deliveryId))).rejects.toMatchObject({
      code: end.recalledAt ? 'message_recalled' : 'message_expired',
    });
  }
});

test('a send key used again with another text, file or message is refused', async () => {
  const { recipient, deliveryId } = await aMessageReceived(app);
  const reply = aReply(deliveryId, { attachments: [await aReplyFile(recipient, 'bytes', 'a.txt')] });
  await recipient.call(compose.sendReply, reply);
  const other = [await aReplyFile(recipient, 'other', 'a.txt')];
  for (const changes of [{ html: 'Something else' }, { attachments: [] }, { attachments: other }])
    await expect(recipient.call(compose.sendReply, { ...reply, ...changes })).rejects.toMatchObject({ code: 'send_key_reused' });
});
