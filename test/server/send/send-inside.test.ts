import { randomBytes } from 'node:crypto';
import { expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as send from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { aKey, aMessage, anUpload, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY, MINUTE } from '../../support/test-clock.ts';

const LIMIT = 2 * 1024 * 1024;
const RECEPTION = 'reception@harbour.example';
const app = useApp({ ORGANISATION_MAIL_MAX_BYTES: String(LIMIT), SHARED_MAILBOXES: `${RECEPTION}=*` });
jest.setTimeout(30_000);

const inside = () => `${aKey().toLowerCase()}@harbour.example`;
const to = (address: string) => ({ address, name: 'Somebody', kind: 'to' as const });
const sendIt = (message: ReturnType<typeof aMessage>) => app.staff().call(send.sendMessage, message);
const rawSizes = (address: string) => app.sink.mailsTo(address).map(({ raw }) => raw.length);

test('a colleague gets the message itself, tagged and whole, and never a notification', async () => {
  const address = inside();
  const bytes = randomBytes(100_000);
  const attachments = [await anUpload(app.staff(), bytes, 'Überblick 🩻.pdf')];
  const sent = await sendIt(aMessage({ recipients: [to(address), to('pat@client.example')], attachments }));
  await app.work();
  expect(sent.recipientCount).toBe(2);
  const [received, ...more] = app.sink.mailsTo(address);
  expect(more).toEqual([]);
  if (!received) throw new Error('nothing arrived');
  const { mail } = received;
  expect(mail.subject).toBe('[Secure] Your scan results');
  expect(mail.headers.find(({ key }) => key === 'x-sealpost-secure')?.value).toBe('yes');
  expect(mail.from?.address).toBe('postmaster@harbour.example');
  expect(mail.replyTo?.[0]?.address).toBe('alex@harbour.example');
  expect(mail.html).toContain('<p>Dear Pat, all is well.</p>');
  expect(mail.attachments.map(({ filename }) => filename)).toEqual(['Überblick 🩻.pdf']);
  expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer).equals(bytes)).toBe(true);
  expect(textOf(received)).not.toMatch(/\/m\/[\w-]{22}/);
});

test('a colleague gets no account and no entry in a mailbox', async () => {
  const address = inside();
  const { messageId } = await sendIt(aMessage({ recipients: [to(address)] }));
  await app.work();
  expect(await mongoose.connection.collection('accounts').countDocuments({ address })).toBe(0);
  expect(await mongoose.connection.collection('deliveries').countDocuments({ messageId })).toBe(0);
});

test('a colleague gets the message however long the organisation’s mail server was away: the time to read ends in the portal only', async () => {
  const [sentTo, corrected, outside] = [inside(), inside(), `${aKey().toLowerCase()}@client.example`];
  const options = { expiresInDays: 1, allowReply: true };
  const { messageId } = await sendIt(aMessage({ recipients: [to(sentTo), to(outside)], options }));
  const { recipients } = await app.staff().call(track.readSent, { messageId });
  const deliveryId = recipients.find(({ address }) => address === outside)?.deliveryId ?? '';
  await app.sink.pause();
  await app.work();
  app.clock.advance(DAY - MINUTE);
  await app.staff().call(track.correctAddress, { messageId, deliveryId, address: corrected, name: '' });
  app.clock.advance(DAY);
  await app.sink.resume();
  await app.work();
  for (const address of [sentTo, corrected]) expect(app.sink.mailsTo(address)).toHaveLength(1);
});

test('sent from a shared mailbox, the copy with every Bcc goes to the sender’s own mailbox and to nobody else', async () => {
  const hidden = `${aKey().toLowerCase()}@client.example`;
  const copies = () => app.sink.mailsTo('alex@harbour.example').filter((copy) => textOf(copy).includes(hidden));
  await sendIt(aMessage({ from: RECEPTION, recipients: [to('pat@client.example'), { ...to(hidden), kind: 'bcc' }] }));
  await app.work();
  expect(app.sink.mailsTo(RECEPTION)).toEqual([]);
  expect(copies()).toHaveLength(1);
  await sendIt(aMessage({ recipients: [to(hidden)] }));
  await app.work();
  expect(copies()).toHaveLength(2);
});

test('an address that only looks like the organisation’s is outside', async () => {
  for (const domain of ['mail.harbour.example', 'harbour.example.client.example', 'xharbour.example']) {
    const address = `pat@${domain}`;
    await sendIt(aMessage({ recipients: [to(address)] }));
    await app.work();
    expect(app.sink.mailsTo(address).map(({ mail }) => mail.subject)).toEqual(['Secure message from Alex Morgan']);
  }
});

test('files that a mail to a colleague cannot hold are refused before anything is accepted', async () => {
  const file = await anUpload(app.staff(), randomBytes(900_000));
  const message = aMessage({ recipients: [to(inside()), to('pat@client.example')], attachments: [file] });
  await expect(sendIt(message)).rejects.toMatchObject({ code: 'attachments_too_large' });
  expect(await app.staff().call(send.findSend, { sendKey: message.sendKey })).toEqual({ accepted: null });
  const outside = aMessage({ recipients: [to('pat@client.example')], attachments: [file] });
  expect((await sendIt(outside)).recipientCount).toBe(1);
});

test('a text that a mail to a colleague cannot hold is refused before anything is accepted', async () => {
  const message = aMessage({ recipients: [to(inside())], html: 'x'.repeat(LIMIT) });
  await expect(sendIt(message)).rejects.toMatchObject({ code: 'message_too_large', details: { fields: ['html'] } });
  expect(await app.staff().call(send.findSend, { sendKey: message.sendKey })).toEqual({ accepted: null });
  expect((await sendIt({ ...message, recipients: [to('pat@client.example')] })).recipientCount).toBe(1);
});

test.each([
  ['letters', 'word '],
  ['umlauts', 'Übergrößenträger '],
  ['another script', 'Сообщение '],
  ['emoji', '🩻🩺 '],
  ['markup', '<a href="https://a.example/?a=b&c=d">=</a>'],
  ['half and half', 'aü'],
  ['entities', '&lt;&nbsp;'],
  ['empty paragraphs', '<p></p>'],
])('the largest text of %s that is accepted fits into the mail', async (_what, piece) => {
  const accepted = async (bytes: number) => {
    const address = inside();
    const html = piece.repeat(Math.floor(bytes / Buffer.byteLength(piece)));
    const isAccepted = await sendIt(aMessage({ recipients: [to(address)], html })).then(
      () => true,
      () => false,
    );
    return isAccepted ? address : null;
  };
  const { maxInsideBytes } = await app.staff().call(send.readSendPolicy, {});
  let largest = '';
  for (let tenths = 10; tenths > 0 && largest === ''; tenths -= 1)
    largest = (await accepted((maxInsideBytes * tenths) / 10)) ?? '';
  expect(largest).not.toBe('');
  await app.work();
  expect(rawSizes(largest)).toHaveLength(1);
  expect(rawSizes(largest)[0]).toBeLessThanOrEqual(LIMIT);
});

test('the largest file that is accepted beside a text fits into the mail', async () => {
  const { maxInsideBytes } = await app.staff().call(send.readSendPolicy, {});
  const address = inside();
  const files = [await anUpload(app.staff(), randomBytes(maxInsideBytes - 5000), `${'ü'.repeat(190)}.pdf`)];
  await sendIt(aMessage({ recipients: [to(address)], attachments: files, html: 'x'.repeat(1000) }));
  await app.work();
  expect(rawSizes(address)[0]).toBeLessThanOrEqual(LIMIT);
});
