import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { sendMessage } from '../../../contract/send.ts';
import { verifyNotification } from '../../../contract/verify.ts';
import { verificationCode } from '../../../server/security/verification-code.ts';
import { aKey, aMessage, aMessageReceived, linkOf, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();
const CODE = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/;

beforeEach(() => mongoose.connection.collection('throttles').deleteMany({}));

/** A message to somebody new, and the code in its notification. */
async function aNotification() {
  const address = `${aKey().toLowerCase()}@client.example`;
  const subject = 'Canary subject';
  const { acceptedAt } = await app.staff().call(sendMessage, aMessage({ recipients: [{ address, kind: 'to' }], subject }));
  await app.work();
  const [mail] = app.sink.mailsTo(address);
  const code = CODE.exec(mail ? textOf(mail) : '')?.[0] ?? '';
  return { address, code, acceptedAt, mail, deliveryId: linkOf(app, address) };
}

const check = (code: string) => app.visitor().call(verifyNotification, { code });

test('the code of a notification is genuine for anybody, who learns the sender and the day, and nothing else', async () => {
  const { code, acceptedAt, mail } = await aNotification();
  expect(mail?.mail.html).toContain(code);
  expect(await check(code)).toEqual({ genuine: { sender: 'Alex Morgan', sentAt: acceptedAt } });
});

test('each recipient has a code of their own', async () => {
  const codes = await Promise.all([aNotification(), aNotification()]);
  expect(codes[0]?.code).not.toBe(codes[1]?.code);
});

test('spaces, small letters, hyphens and look-alikes do not matter', async () => {
  const { code } = await aNotification();
  const plain = code.replace('-', '');
  const typed = [
    plain.toLowerCase(),
    ` ${plain.slice(0, 2)} ${plain.slice(2)}\n`,
    code.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('V', 'u'),
    code.replace('-', '\u2011'),
    [...plain].map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)).join(''),
  ];
  for (const one of typed) expect((await check(one)).genuine).not.toBeNull();
});

test.each(['0000-0000', 'K7Q4-M2XDX', '', '   ', '$ne', '😀'.repeat(20), 'x'.repeat(100)])(
  'what is no code of ours is unknown, in the same shape: %j',
  async (code) => {
    await aNotification();
    expect(await check(code)).toEqual({ genuine: null });
  },
);

test('something far too long is refused before it is looked up', async () => {
  await expect(check('x'.repeat(101))).rejects.toMatchObject({ code: 'invalid_input' });
});

test('a message that was recalled, has ended or was purged was genuine all the same', async () => {
  const { code, deliveryId } = await aNotification();
  const past = new Date(app.clock.now().getTime() - 1);
  const changes = { 'recipients.0.recalledAt': past, 'recipients.0.expiresAt': past };
  for (const change of [changes, { state: 'purged' }]) {
    await mongoose.connection.collection('messages').updateOne({ 'recipients.deliveryId': deliveryId }, { $set: change });
    expect((await check(code)).genuine?.sender).toBe('Alex Morgan');
  }
});

test('after fifty tries a network has to wait, wherever the codes were right', async () => {
  const { code } = await aNotification();
  for (let tries = 0; tries < 50; tries += 1) await check(tries % 2 ? code : '0000-0000');
  await expect(check(code)).rejects.toMatchObject({ code: 'throttled', details: { retryAfterSeconds: expect.any(Number) } });
});

test('neither the code nor what it is made from stands in the database', async () => {
  const { code, deliveryId } = await aNotification();
  expect(verificationCode(deliveryId, app.context.keys)).toBe(code);
  const message = await mongoose.connection.collection('messages').findOne({ 'recipients.deliveryId': deliveryId });
  expect(JSON.stringify(message)).not.toContain(code);
  expect(JSON.stringify(message)).not.toContain(code.replace('-', ''));
});

test('a code is looked up by an index, not by reading the messages', async () => {
  const { deliveryId } = await aMessageReceived(app);
  const message = await mongoose.connection.collection('messages').findOne({ 'recipients.deliveryId': deliveryId });
  const [{ verificationHash } = { verificationHash: '' }] = message?.['recipients'] as { verificationHash: string }[];
  const plan = await mongoose.connection
    .collection('messages')
    .find({ 'recipients.verificationHash': verificationHash })
    .hint('verification')
    .explain('executionStats');
  expect(plan['executionStats'].totalDocsExamined).toBe(1);
});
