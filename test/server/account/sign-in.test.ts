import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as account from '../../../contract/account.ts';
import * as send from '../../../contract/send.ts';
import { forgetThrottles } from '../../support/forget-throttles.ts';
import { aKey, aMessage, aMessageReceived, enrol, PASSWORD, signedIn } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { HOUR, MINUTE } from '../../support/test-clock.ts';

const app = useApp();
beforeEach(forgetThrottles);

const COOKIE = '__Host-session';
const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const tryToSignIn = (address: unknown, password: unknown) =>
  app.visitor().fetch('/api/account/sessions', post({ address, password }));
const anAddress = () => `${aKey().toLowerCase()}@client.example`;

/** What somebody outside sees of an answer, but for its id and the time. */
async function seen(answer: Response) {
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'));
  const body = (await answer.json()) as { error?: { requestId?: string } };
  delete body.error?.requestId;
  return { status: answer.status, headers, body };
}

test('the session travels in a cookie that no script, no other site and no plain connection gets', async () => {
  const { address } = await aMessageReceived(app);
  const answer = await tryToSignIn(address.toUpperCase(), PASSWORD);
  expect(answer.status).toBe(201);
  const [cookie = '', ...others] = answer.headers.getSetCookie();
  expect(others).toEqual([]);
  expect(cookie).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(await answer.json()).toMatchObject({
    state: 'open',
    accountId: expect.any(String),
    address,
    idleEndsAt: new Date(app.clock.now().getTime() + 30 * MINUTE).toISOString(),
    absoluteEndsAt: new Date(app.clock.now().getTime() + 12 * HOUR).toISOString(),
  });
});

test('unknown address, account without a password and wrong password look the same', async () => {
  const { address } = await aMessageReceived(app);
  const neverEnrolled = anAddress();
  await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address: neverEnrolled, kind: 'to' }] }));
  await app.work();
  const answers = [];
  for (const each of [address, neverEnrolled, anAddress()])
    answers.push(await seen(await tryToSignIn(each, 'Wrong-Moon-42-Lantern')));
  expect(answers[0]).toMatchObject({ status: 401, body: { error: { code: 'credentials_wrong' } } });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test('the sixth wrong password has to wait, for an unknown address too, and then the right one as well', async () => {
  const { address } = await aMessageReceived(app);
  for (const each of [address, anAddress()]) {
    for (let wrong = 1; wrong <= 5; wrong += 1) expect((await tryToSignIn(each, 'Wrong-Moon-42-Lantern')).status).toBe(401);
    const refused = await tryToSignIn(each, PASSWORD);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('15');
    expect(await refused.json()).toMatchObject({ error: { code: 'throttled', retryAfterSeconds: 15 } });
  }
  app.clock.advance(15_000);
  await signedIn(app, address);
});

test('of fifty parallel guesses five passwords are compared', async () => {
  const { address } = await aMessageReceived(app);
  const statuses = await Promise.all(
    Array.from({ length: 50 }, async () => (await tryToSignIn(address, 'Wrong-Moon-42-Lantern')).status),
  );
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(45);
});

test('a locked account gets in again by a code from its mailbox', async () => {
  const { address, deliveryId } = await aMessageReceived(app);
  for (let wrong = 1; wrong <= 6; wrong += 1) await tryToSignIn(address, 'Wrong-Moon-42-Lantern');
  await enrol(app, deliveryId, address, 'Winter-Sun-43-Candle');
  await signedIn(app, address, 'Winter-Sun-43-Candle');
});

test('one network that guesses at many accounts has to wait, others do not', async () => {
  for (let guess = 1; guess <= 50; guess += 1) await tryToSignIn(anAddress(), 'x');
  expect((await tryToSignIn(anAddress(), 'x')).status).toBe(429);
});

test('a password longer than any can be is refused before it is hashed, and more than 64 KB while it arrives', async () => {
  const { address } = await aMessageReceived(app);
  for (let attempt = 1; attempt <= 8; attempt += 1) expect((await tryToSignIn(address, 'x'.repeat(60_000))).status).toBe(401);
  expect((await tryToSignIn(address, 'x'.repeat(1_000_000))).status).toBe(413);
  await signedIn(app, address);
});

test.each([
  [{ address: 'pat@client.example' }],
  [{ address: 'pat@client.example', password: { $ne: null } }],
  [{ address: { $ne: null }, password: 'x' }],
  [{ address: 'pat@client.example', password: 'x', isAdministrator: true }],
  [{ address: ['pat@client.example'], password: 'x' }],
  [['pat@client.example', 'x']],
  ['pat@client.example'],
  [null],
])('%j is not understood', async (body) => {
  const answer = await app.visitor().fetch('/api/account/sessions', post(body));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { code: 'invalid_input' } });
});

test('signing in gives a new session and ends the one the browser had', async () => {
  const { address, recipient } = await aMessageReceived(app);
  const first = recipient.cookies.get(COOKIE) ?? '';
  await recipient.call(account.signIn, { address, password: PASSWORD });
  expect(recipient.cookies.get(COOKIE)).not.toBe(first);
  await recipient.call(account.readSession, {});
  recipient.cookies.set(COOKIE, first);
  await expect(recipient.call(account.readSession, {})).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('a session that somebody planted in a browser is not adopted', async () => {
  const { address } = await aMessageReceived(app);
  const visitor = app.visitor();
  visitor.cookies.set(COOKIE, 'p'.repeat(43));
  await visitor.call(account.signIn, { address, password: PASSWORD });
  expect(visitor.cookies.get(COOKIE)).not.toBe('p'.repeat(43));
});

test('signing out ends the session and takes the cookie away, twice as well as once', async () => {
  const { recipient } = await aMessageReceived(app);
  const token = recipient.cookies.get(COOKIE) ?? '';
  const answer = await recipient.fetch('/api/account/session', { method: 'DELETE' });
  expect(answer.status).toBe(200);
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^__Host-session=; Path=\/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax$/,
  );
  await recipient.call(account.signOut, {});
  recipient.cookies.set(COOKIE, token);
  await expect(recipient.call(account.readSession, {})).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('a session ends thirty minutes after the last request and twelve hours after signing in', async () => {
  const { address } = await aMessageReceived(app);
  const recipient = await signedIn(app, address);
  app.clock.advance(29 * MINUTE);
  await recipient.call(account.readSession, {});
  app.clock.advance(30 * MINUTE);
  await expect(recipient.call(account.readSession, {})).rejects.toMatchObject({ code: 'not_signed_in' });
  const busy = await signedIn(app, address);
  for (let passed = 0; passed < 12 * 60 - 25; passed += 25) {
    app.clock.advance(25 * MINUTE);
    await busy.call(account.readSession, {});
  }
  app.clock.advance(25 * MINUTE);
  await expect(busy.call(account.readSession, {})).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('a password opens however a keyboard composes its letters, also where they are many', async () => {
  const { address, deliveryId } = await aMessageReceived(app);
  const password = `Harvest-Moon-42-${'éàüöñ'.repeat(20)}`;
  await enrol(app, deliveryId, address, password.normalize('NFD'));
  for (const typed of [password, password.normalize('NFD')]) await signedIn(app, address, typed);
});

test('the session of an account that is gone is nobody’s', async () => {
  const { address, recipient } = await aMessageReceived(app);
  await mongoose.connection.collection('accounts').updateOne({ address }, { $set: { deletedAt: new Date() } });
  await expect(recipient.call(account.readSession, {})).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(signedIn(app, address)).rejects.toMatchObject({ code: 'credentials_wrong' });
});
