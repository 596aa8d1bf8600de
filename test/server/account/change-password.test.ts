import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as account from '../../../contract/account.ts';
import * as passwords from '../../../contract/passwords.ts';
import { forgetThrottles } from '../../support/forget-throttles.ts';
import { aMessageReceived, PASSWORD, signedIn } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();
beforeEach(forgetThrottles);

const NEW_PASSWORD = 'Winter-Sun-43-Candle';
const COOKIE = '__Host-session';

async function aRecipient() {
  const { address, recipient } = await aMessageReceived(app);
  const change = (currentPassword = PASSWORD, newPassword = NEW_PASSWORD, client = recipient) =>
    client.call(passwords.changePassword, { currentPassword, newPassword });
  const notices = () => app.sink.mailsTo(address).filter(({ mail }) => mail.subject?.endsWith('was changed'));
  return { address, recipient, change, notices };
}

test('who changes the password stays signed in under a new cookie, and nobody else does', async () => {
  const { address, recipient, change, notices } = await aRecipient();
  const elsewhere = await signedIn(app, address);
  const before = recipient.cookies.get(COOKIE) ?? '';
  expect(await change()).toEqual({});
  expect(recipient.cookies.get(COOKIE)).not.toBe(before);
  await recipient.call(account.readSession, {});
  const old = app.visitor();
  old.cookies.set(COOKIE, before);
  for (const client of [elsewhere, old])
    await expect(client.call(account.readSession, {})).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(signedIn(app, address)).rejects.toMatchObject({ code: 'credentials_wrong' });
  await signedIn(app, address, NEW_PASSWORD);
  await app.work();
  expect(notices()).toHaveLength(1);
  expect(notices()[0]?.mail.text).toContain('If not');
  expect(notices()[0]?.raw.toString()).not.toContain(NEW_PASSWORD);
});

test('a wrong current password changes nothing, and the sixth has to wait while signing in elsewhere goes on', async () => {
  const { address, change, notices } = await aRecipient();
  const wrong = { code: 'credentials_wrong', details: { fields: ['currentPassword'] } };
  for (let guess = 1; guess <= 4; guess += 1) await expect(change('Wrong-Moon-42-Lantern')).rejects.toMatchObject(wrong);
  await expect(change('x'.repeat(60_000))).rejects.toMatchObject(wrong);
  await expect(change('')).rejects.toMatchObject(wrong);
  for (const next of [undefined, 'weak'])
    await expect(change(PASSWORD, next)).rejects.toMatchObject({ code: 'throttled', details: { retryAfterSeconds: 15 } });
  await signedIn(app, address);
  app.clock.advance(15_000);
  await change();
  await app.work();
  expect(notices()).toHaveLength(1);
});

test('of twenty parallel guesses at the current password five are compared', async () => {
  const { change } = await aRecipient();
  const guesses = Array.from({ length: 20 }, () => change('Wrong-Moon-42-Lantern').catch(({ code }: { code: string }) => code));
  const outcomes = await Promise.all(guesses);
  expect(outcomes.filter((code) => code === 'credentials_wrong')).toHaveLength(5);
  expect(outcomes.filter((code) => code === 'throttled')).toHaveLength(15);
});

test('a new password that is weak, or the one of today, is refused', async () => {
  const { change } = await aRecipient();
  for (let weak = 1; weak <= 6; weak += 1)
    await expect(change(PASSWORD, 'weak')).rejects.toMatchObject({ code: 'password_too_weak' });
  await expect(change(PASSWORD, PASSWORD)).rejects.toMatchObject({
    code: 'password_not_new',
    details: { fields: ['newPassword'] },
  });
  await change();
});

test('of two changes at the same moment one wins, and only its password opens the account', async () => {
  const { address, change } = await aRecipient();
  const second = await signedIn(app, address);
  const passwords = [NEW_PASSWORD, 'Summer-Rain-44-Ladder'];
  const outcomes = await Promise.allSettled([change(PASSWORD, passwords[0]), change(PASSWORD, passwords[1], second)]);
  const won = outcomes.filter(({ status }) => status === 'fulfilled');
  expect(won).toHaveLength(1);
  const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
  await signedIn(app, address, passwords[winner] ?? '');
  await expect(signedIn(app, address, passwords[1 - winner] ?? '')).rejects.toMatchObject({ code: 'credentials_wrong' });
});

test('nobody who is not signed in changes a password', async () => {
  const input = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
  await expect(app.visitor().call(passwords.changePassword, input)).rejects.toMatchObject({ code: 'not_signed_in' });
  expect(await mongoose.connection.collection('throttles').countDocuments()).toBe(0);
});
