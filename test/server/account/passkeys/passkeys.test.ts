import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as account from '../../../../contract/account.ts';
import * as mailbox from '../../../../contract/mailbox.ts';
import * as passkeys from '../../../../contract/passkeys.ts';
import { sweepSecrets } from '../../../../server/expire/sweep-secrets.ts';
import { aPasskey, type TestPasskey } from '../../../support/authenticator.ts';
import { forgetThrottles } from '../../../support/forget-throttles.ts';
import { setUpApp, setUpPasskey } from '../../../support/second-step.ts';
import { aMessageReceived, signedIn, textOf } from '../../../support/story.ts';
import { useApp } from '../../../support/test-app.ts';
import { HOUR, MINUTE } from '../../../support/test-clock.ts';

const app = useApp();
beforeEach(forgetThrottles);

const wrong = { code: 'passkey_wrong' };
async function signInBy(passkey: TestPasskey, changes: Parameters<TestPasskey['answer']>[1] = {}) {
  const visitor = app.visitor();
  const { options } = await visitor.call(passkeys.requestPasskeySignIn, {});
  const answer = passkey.answer(options, changes);
  return { visitor, answer, session: await visitor.call(passkeys.signInWithPasskey, { answer }) };
}

test('a passkey alone signs in, past an authenticator app too', async () => {
  const { recipient, address, deliveryId } = await aMessageReceived(app);
  const { passkey } = await setUpPasskey(recipient);
  await setUpApp(app, recipient);
  const { visitor, session } = await signInBy(passkey);
  expect(session).toMatchObject({ state: 'open', address });
  await visitor.call(mailbox.openMessage, { deliveryId });
});

test('the question names nobody, and is the same for everybody but for its random part', async () => {
  const { options } = await app.visitor().call(passkeys.requestPasskeySignIn, {});
  expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] });
  expect(Buffer.from(options.challenge, 'base64url').length).toBeGreaterThanOrEqual(16);
});

test('passkeys have names and a last use; they are listed, renamed and removed, and the mailbox is told', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const other = await signedIn(app, address);
  const { passkey, passkeyId, recoveryCodes } = await setUpPasskey(recipient, '  My phone  ');
  expect(recoveryCodes).toEqual([]);
  await expect(other.call(account.readSession, {})).rejects.toMatchObject({ code: 'not_signed_in' });
  app.clock.advance(MINUTE);
  await signInBy(passkey);
  await recipient.call(passkeys.renamePasskey, { passkeyId, name: 'Old phone' });
  const now = app.clock.now();
  expect((await recipient.call(passkeys.listPasskeys, {})).passkeys).toEqual([
    { passkeyId, name: 'Old phone', createdAt: new Date(now.getTime() - MINUTE).toISOString(), lastUsedAt: now.toISOString() },
  ]);
  await recipient.call(passkeys.removePasskey, { passkeyId });
  await expect(signInBy(passkey)).rejects.toMatchObject(wrong);
  await app.work();
  const told = app.sink.mailsTo(address).map(textOf);
  expect(told.filter((text) => /A passkey was (?:added|removed)/.test(text))).toHaveLength(2);
});

test('an answer counts once, within five minutes, for this site, with the owner verified, and with a count that rises', async () => {
  const { recipient } = await aMessageReceived(app);
  const { passkey } = await setUpPasskey(recipient);
  const { visitor, answer } = await signInBy(passkey);
  await expect(visitor.call(passkeys.signInWithPasskey, { answer })).rejects.toMatchObject(wrong);
  await expect(signInBy(passkey, { origin: 'https://evil.example' })).rejects.toMatchObject(wrong);
  await expect(signInBy(passkey, { rpId: 'evil.example' })).rejects.toMatchObject(wrong);
  await expect(signInBy(passkey, { isUserVerified: false })).rejects.toMatchObject(wrong);
  await expect(signInBy(passkey, { counter: 1 })).rejects.toMatchObject(wrong);
  await expect(signInBy(aPasskey())).rejects.toMatchObject(wrong);
  const { options } = await visitor.call(passkeys.requestPasskeySignIn, {});
  app.clock.advance(5 * MINUTE);
  expect(await sweepSecrets(app.context)).toBeGreaterThan(0);
  await expect(visitor.call(passkeys.signInWithPasskey, { answer: passkey.answer(options) })).rejects.toMatchObject(wrong);
  const later = await visitor.call(passkeys.requestPasskeySignIn, {});
  app.clock.advance(-HOUR);
  const early = visitor.call(passkeys.signInWithPasskey, { answer: passkey.answer(later.options) });
  await expect(early).rejects.toMatchObject(wrong);
  app.clock.advance(HOUR);
  const made = { challenge: Buffer.alloc(32, 1).toString('base64url') };
  await expect(visitor.call(passkeys.signInWithPasskey, { answer: passkey.answer(made) })).rejects.toMatchObject(wrong);
});

test('of ten copies of one answer at the same moment one signs in', async () => {
  const { recipient } = await aMessageReceived(app);
  const { passkey } = await setUpPasskey(recipient);
  const { options } = await app.visitor().call(passkeys.requestPasskeySignIn, {});
  const answer = passkey.answer(options);
  const copies = Array.from({ length: 10 }, () => app.visitor().call(passkeys.signInWithPasskey, { answer }));
  expect((await Promise.allSettled(copies)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a passkey of another account can be neither added, renamed nor removed', async () => {
  const [pat, sam] = [await aMessageReceived(app), await aMessageReceived(app)];
  const { passkey, passkeyId } = await setUpPasskey(sam.recipient);
  const { options } = await pat.recipient.call(passkeys.offerPasskey, {});
  const answer = passkey.create(options);
  await expect(pat.recipient.call(passkeys.addPasskey, { name: 'Mine', answer })).rejects.toMatchObject({
    code: 'passkey_known',
  });
  const missing = { code: 'passkey_not_found' };
  await expect(pat.recipient.call(passkeys.renamePasskey, { passkeyId, name: 'Mine' })).rejects.toMatchObject(missing);
  await expect(pat.recipient.call(passkeys.removePasskey, { passkeyId })).rejects.toMatchObject(missing);
  await signInBy(passkey);
});

test('a new passkey counts only in the session that asked for it, once, and twenty are enough', async () => {
  const [pat, sam] = [await aMessageReceived(app), await aMessageReceived(app)];
  const { options } = await pat.recipient.call(passkeys.offerPasskey, {});
  const stolen = { name: 'x', answer: aPasskey().create(options) };
  await expect(sam.recipient.call(passkeys.addPasskey, stolen)).rejects.toMatchObject(wrong);
  const elsewhere = { name: 'x', answer: aPasskey().create(options, 'https://evil.example') };
  await expect(pat.recipient.call(passkeys.addPasskey, elsewhere)).rejects.toMatchObject(wrong);
  const { passkeyId } = await setUpPasskey(pat.recipient);
  const rows = mongoose.connection.collection<{ _id: string }>('passkeys');
  const row = await rows.findOne({ _id: passkeyId });
  const many = Array.from({ length: 19 }, (_, at) => ({
    ...row,
    _id: `more${at}${passkeyId}`.slice(0, 22),
    credentialId: `${passkeyId}${at}`,
  }));
  await rows.insertMany(many);
  await expect(pat.recipient.call(passkeys.offerPasskey, {})).rejects.toMatchObject({ code: 'too_many_passkeys' });
});

test('what is no name is no name for a passkey', async () => {
  const { recipient } = await aMessageReceived(app);
  const { passkeyId } = await setUpPasskey(recipient);
  const bodies = [{ name: '' }, { name: '   ' }, { name: 'x'.repeat(61) }, { name: { $ne: null } }, { name: 'x', extra: 1 }];
  for (const body of bodies) {
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    expect((await recipient.fetch(`/api/account/passkeys/${passkeyId}/name`, request)).status).toBe(400);
  }
});
