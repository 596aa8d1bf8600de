import { expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as compose from '../../../contract/compose.ts';
import * as mailbox from '../../../contract/mailbox.ts';
import { aKey, aMessageReceived, enrol, linkOf, signedIn, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();
jest.setTimeout(60_000);

const outside = () => `${aKey().toLowerCase()}@client.example`;
const all = (deliveryId: string, changes: object = {}) => ({
  ...{ sendKey: aKey(), deliveryId, isToAll: true, html: '<p>To all of you</p>', attachments: [] },
  ...changes,
});

/** A message to two people outside, a colleague and a Bcc; the first has enrolled. */
async function aRound(options: object = { expiresInDays: 30, allowReply: true }) {
  const [pat, kim, hidden] = [outside(), outside(), outside()];
  const colleague = `${aKey().toLowerCase()}@harbour.example`;
  const recipients = [
    { address: pat, name: 'Pat Doe', kind: 'to' as const },
    { address: kim, name: 'Kim Roe', kind: 'cc' as const },
    { address: colleague, name: 'Lee', kind: 'cc' as const },
    { address: hidden, name: 'Hidden', kind: 'bcc' as const },
  ];
  return { pat, kim, hidden, colleague, ...(await aMessageReceived(app, { recipients, options: options as never })) };
}

test('a reply to all reaches sender and colleague as mail, the other outside in the portal, and no Bcc', async () => {
  const { recipient, deliveryId, pat, kim, hidden, colleague, open } = await aRound();
  const { mayReplyAll, others } = await open();
  expect({ mayReplyAll, others: others.map((one) => one.address) }).toEqual({ mayReplyAll: true, others: [kim, colleague] });
  const before = app.sink.mailsTo(hidden).length;
  const sent = await recipient.call(compose.sendReply, all(deliveryId));
  await app.work();
  await app.work();
  expect(sent.recipientCount).toBe(3);
  for (const address of ['alex@harbour.example', colleague]) {
    const mail = app.sink.mailsTo(address).findLast((one) => one.mail.replyTo?.[0]?.address === pat);
    expect(mail && textOf(mail)).toContain('To all of you');
  }
  expect(app.sink.mailsTo(hidden)).toHaveLength(before);
  expect(app.sink.mailsTo(kim).at(-1)?.mail.subject).toBe('Secure message from Pat Doe');

  const link = linkOf(app, kim);
  await enrol(app, link, kim);
  const reader = await signedIn(app, kim);
  const opened = await reader.call(mailbox.openMessage, { deliveryId: link });
  expect(opened).toMatchObject({ sender: { address: pat, name: 'Pat Doe' }, html: '<p>To all of you</p>', mayReply: true });
  expect(opened.expiresAt).not.toBeNull();

  await reader.call(compose.sendReply, all(link, { isToAll: false, html: '<p>Only to Pat</p>' }));
  await app.work();
  await app.work();
  const { entries } = await recipient.call(mailbox.listDeliveries, { folder: 'inbox' });
  expect(entries.find(({ sender }) => sender.address === kim)).toMatchObject({ subject: 'Re: Your scan results' });
});

test('where the sender allows no reply to all, there is none, and one to the sender still goes', async () => {
  const { recipient, deliveryId, open } = await aRound({ expiresInDays: 30, allowReply: true, allowReplyAll: false });
  expect(await open()).toMatchObject({ mayReply: true, mayReplyAll: false, others: [] });
  await expect(recipient.call(compose.sendReply, all(deliveryId))).rejects.toMatchObject({ code: 'reply_not_allowed' });
  expect((await recipient.call(compose.sendReply, all(deliveryId, { isToAll: false }))).recipientCount).toBe(1);
});

test('somebody the message was taken back from gets no answer to it, and nobody else can be named', async () => {
  const { recipient, deliveryId, sent } = await aRound();
  await mongoose.connection
    .collection('messages')
    .updateOne({ _id: sent.messageId } as object, { $set: { 'recipients.1.recalledAt': app.clock.now() } });
  expect((await recipient.call(compose.sendReply, all(deliveryId))).recipientCount).toBe(2);
  const body = JSON.stringify(all(deliveryId, { to: ['x@evil.example'] }));
  const answer = await recipient.fetch(compose.sendReply.path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(400);
});

test('a reply to all that is sent again since its answer was lost is the same one, whoever was taken from the message meanwhile', async () => {
  const { recipient, deliveryId, sent } = await aRound();
  const reply = all(deliveryId);
  const first = await recipient.call(compose.sendReply, reply);
  const messages = mongoose.connection.collection('messages');
  await messages.updateOne({ _id: sent.messageId } as object, { $set: { 'recipients.1.recalledAt': app.clock.now() } });
  expect(await recipient.call(compose.sendReply, reply)).toEqual(first);
  await expect(recipient.call(compose.sendReply, { ...reply, isToAll: false })).rejects.toMatchObject({
    code: 'send_key_reused',
  });

  const toOne = all(deliveryId, { isToAll: false });
  await recipient.call(compose.sendReply, toOne);
  await expect(recipient.call(compose.sendReply, { ...toOne, isToAll: true })).rejects.toMatchObject({ code: 'send_key_reused' });
});

test('a Bcc reader is told of everybody an answer to all reaches', async () => {
  const { hidden, pat, kim, colleague } = await aRound();
  const link = linkOf(app, hidden);
  await enrol(app, link, hidden);
  const reader = await signedIn(app, hidden);
  const { others } = await reader.call(mailbox.openMessage, { deliveryId: link });
  expect(others.map(({ address }) => address)).toEqual([pat, kim, colleague]);
  const { recipientCount } = await reader.call(compose.sendReply, all(link));
  expect(recipientCount).toBe(others.length + 1);
});

test('the answered message stands below the answer, clean and without its pictures', async () => {
  const html = '<p>Dear <b>Pat</b><script>x()</script><img src="cid:a"></p>';
  const { recipient, deliveryId, address } = await aMessageReceived(app, { html });
  await recipient.call(compose.sendReply, all(deliveryId, { isToAll: false, hasQuote: true }));
  await app.work();
  const mail = app.sink.mailsTo('alex@harbour.example').findLast((one) => one.mail.replyTo?.[0]?.address === address);
  expect(mail?.mail.html).toMatch(
    /To all of you<\/p><hr>.*Alex Morgan.*<blockquote[^>]*><p>Dear <b>Pat<\/b><\/p><\/blockquote>/s,
  );
});

test('a short answer to a message of nearly the greatest length goes without the quote that has no room', async () => {
  const html = `<p>Dear Pat</p>${'<p>A long letter.</p>'.repeat(249_000)}`;
  const { recipient, deliveryId, address } = await aMessageReceived(app, { html });
  const answer = `<p>To you</p>${'<p>and more</p>'.repeat(10_000)}`;
  await recipient.call(compose.sendReply, { ...all(deliveryId, { isToAll: false, hasQuote: true }), html: answer });
  await app.work();
  const mail = app.sink.mailsTo('alex@harbour.example').findLast((one) => one.mail.replyTo?.[0]?.address === address);
  expect(mail?.mail.html).toContain('To you');
  expect(mail?.mail.html).not.toContain('A long letter.');
});
