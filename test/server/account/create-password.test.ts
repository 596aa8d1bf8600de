import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as account from '../../../contract/account.ts';
import * as passwords from '../../../contract/passwords.ts';
import * as send from '../../../contract/send.ts';
import { forgetThrottles } from '../../support/forget-throttles.ts';
import { aKey, aMessage, aMessageReceived, codeOf, linkOf, PASSWORD, signedIn } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const app = useApp();
beforeEach(forgetThrottles);

/** Somebody who was sent a first message and asked for a code. */
async function aNewRecipient() {
  const address = `${aKey().toLowerCase()}@client.example`;
  await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  await app.work();
  const deliveryId = linkOf(app, address);
  const visitor = app.visitor();
  await visitor.call(account.requestCode, { deliveryId });
  await app.work();
  const code = codeOf(app, address);
  const create = (typed = code, newPassword = PASSWORD) =>
    visitor.call(passwords.createPassword, { proof: { kind: 'code', deliveryId, code: typed }, newPassword });
  return { address, deliveryId, visitor, code, create };
}

const otherThan = (code: string) => code.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));

test('a new recipient creates a password with the code from the mail, then signs in with it', async () => {
  const { address, deliveryId, create, visitor } = await aNewRecipient();
  expect(await visitor.call(account.findLink, { deliveryId })).toMatchObject({ isEnrolled: false, isSignedIn: false });
  expect(await create()).toEqual({ address });
  expect(visitor.cookies.size).toBe(0);
  expect(await visitor.call(account.findLink, { deliveryId })).toMatchObject({ isEnrolled: true, isSignedIn: false });
  const recipient = await signedIn(app, address);
  expect(await recipient.call(account.findLink, { deliveryId })).toMatchObject({ isSignedIn: true });
});

test('a code works once', async () => {
  const { create } = await aNewRecipient();
  await create();
  await expect(create()).rejects.toMatchObject({ code: 'code_expired', details: { fields: ['code'] } });
});

test('the code pasted with spaces around it works', async () => {
  const { create, code } = await aNewRecipient();
  await create(`  ${code.replace(' ', '-')}\n`);
});

test('after five wrong codes the right one is refused, and a new one helps', async () => {
  const { address, create, code, visitor, deliveryId } = await aNewRecipient();
  for (let wrong = 1; wrong <= 4; wrong += 1) await expect(create(otherThan(code))).rejects.toMatchObject({ code: 'code_wrong' });
  await expect(create(otherThan(code))).rejects.toMatchObject({ code: 'code_exhausted' });
  await expect(create()).rejects.toMatchObject({ code: 'code_exhausted' });
  await visitor.call(account.requestCode, { deliveryId });
  await app.work();
  await create(codeOf(app, address));
});

test('of fifty parallel guesses five are compared', async () => {
  const { create, code } = await aNewRecipient();
  const guesses = Array.from({ length: 50 }, () =>
    create(otherThan(code)).then(
      () => 'right',
      (error: { code: string }) => error.code,
    ),
  );
  const outcomes = await Promise.all(guesses);
  expect(outcomes.filter((outcome) => outcome === 'code_wrong')).toHaveLength(4);
  expect(outcomes.filter((outcome) => outcome === 'code_exhausted')).toHaveLength(46);
  expect(outcomes).not.toContain('right');
});

test('a code is refused ten minutes after it was asked for', async () => {
  const { create } = await aNewRecipient();
  app.clock.advance(10 * MINUTE);
  await expect(create()).rejects.toMatchObject({ code: 'code_expired' });
});

test('the code of another recipient is wrong', async () => {
  const [own, other] = [await aNewRecipient(), await aNewRecipient()];
  await expect(own.create(other.code)).rejects.toMatchObject({ code: 'code_wrong' });
  await own.create();
  await other.create();
});

test.each(['', '12', 'abcd efgh', '٠١٢٣٤٥٦٧', '1'.repeat(40), '0000\u00000000'])('%j is a wrong code', async (typed) => {
  const { create } = await aNewRecipient();
  await expect(create(typed)).rejects.toMatchObject({ code: 'code_wrong' });
});

test('a password that misses a rule costs no try of the code', async () => {
  const { create, code } = await aNewRecipient();
  for (let weak = 1; weak <= 6; weak += 1)
    await expect(create(code, 'weak')).rejects.toMatchObject({
      code: 'password_too_weak',
      details: { fields: expect.arrayContaining(['length']) },
    });
  await create();
});

test('the recipient’s own address is no password', async () => {
  const { create, code, address } = await aNewRecipient();
  const [localPart = ''] = address.split('@');
  await expect(create(code, `A1${localPart}`)).rejects.toMatchObject({ details: { fields: ['guessable'] } });
});

test('a password of a megabyte is refused while it arrives, one of 60 KB before it is hashed', async () => {
  const { create, code } = await aNewRecipient();
  await expect(create(code, 'aZ7 '.repeat(262_144))).rejects.toMatchObject({
    code: 'body_too_large',
    details: { limit: 65_536 },
  });
  await expect(create(code, 'aZ7 '.repeat(15_000))).rejects.toMatchObject({
    code: 'password_too_weak',
    details: { fields: ['length'], limit: 128 },
  });
  await create();
});

test('two people who use one code at the same moment: one of them sets the password', async () => {
  const { address, create, code } = await aNewRecipient();
  const passwords = ['Harvest-Moon-42-Lantern', 'Winter-Sun-43-Candle'];
  const outcomes = await Promise.allSettled(passwords.map((password) => create(code, password)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
  await signedIn(app, address, passwords[winner] ?? '');
});

test('the link of nobody is not found, and no code helps', async () => {
  const { code } = await aNewRecipient();
  const proof = { kind: 'code', deliveryId: aKey(), code } as const;
  await expect(app.visitor().call(passwords.createPassword, { proof, newPassword: PASSWORD })).rejects.toMatchObject({
    code: 'message_not_found',
  });
  await expect(app.visitor().call(account.requestCode, { deliveryId: aKey() })).rejects.toMatchObject({
    code: 'message_not_found',
  });
});

test('a first password is no news; a changed one is told to its mailbox, without the password', async () => {
  const { address, deliveryId } = await aMessageReceived(app);
  const notices = () =>
    app.sink.mailsTo(address).filter(({ mail }) => /password.*(changed|new)|changed.*password/i.test(mail.subject ?? ''));
  await app.work();
  expect(notices()).toHaveLength(0);
  const visitor = app.visitor();
  await visitor.call(account.requestCode, { deliveryId });
  await app.work();
  const newPassword = 'Winter-Sun-43-Candle';
  await visitor.call(passwords.createPassword, { proof: { kind: 'code', deliveryId, code: codeOf(app, address) }, newPassword });
  await app.work();
  expect(notices()).toHaveLength(1);
  expect(notices()[0]?.raw.toString()).not.toContain(newPassword);
});

test('a new password ends every session, and the old password opens none', async () => {
  const { address, deliveryId, recipient } = await aMessageReceived(app);
  const second = await signedIn(app, address);
  const visitor = app.visitor();
  await visitor.call(account.requestCode, { deliveryId });
  await app.work();
  const proof = { kind: 'code', deliveryId, code: codeOf(app, address) } as const;
  await visitor.call(passwords.createPassword, { proof, newPassword: 'Winter-Sun-43-Candle' });
  for (const client of [recipient, second])
    await expect(client.call(account.readSession, {})).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(signedIn(app, address)).rejects.toMatchObject({ code: 'credentials_wrong' });
  await signedIn(app, address, 'Winter-Sun-43-Candle');
});

test('signing in with the old password while it is being changed leaves no session behind', async () => {
  const { address, deliveryId } = await aMessageReceived(app);
  const visitor = app.visitor();
  await visitor.call(account.requestCode, { deliveryId });
  await app.work();
  const proof = { kind: 'code', deliveryId, code: codeOf(app, address) } as const;
  const change = visitor.call(passwords.createPassword, { proof, newPassword: 'Winter-Sun-43-Candle' });
  const clients = Array.from({ length: 12 }, () => app.visitor());
  const attempts = clients.map(async (client, index) => {
    await new Promise((resolve) => setTimeout(resolve, index * 40));
    await client.call(account.signIn, { address, password: PASSWORD }).catch(() => undefined);
  });
  await Promise.all([change, ...attempts]);
  const accounts = await mongoose.connection.collection('accounts').find({ address }).toArray();
  expect(await mongoose.connection.collection('sessions').countDocuments({ accountId: accounts[0]?._id })).toBe(0);
});
