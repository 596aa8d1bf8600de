import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as account from '../../../../contract/account.ts';
import * as mailbox from '../../../../contract/mailbox.ts';
import * as secondStep from '../../../../contract/second-step.ts';
import { resetSecondStep } from '../../../../server/account/second-step/reset-second-step.ts';
import { findByAddress } from '../../../../server/store/accounts.ts';
import { insertUnlessKnown, listPasskeysOf } from '../../../../server/store/passkeys.ts';
import { forgetThrottles } from '../../../support/forget-throttles.ts';
import { appCode, halfWayIn, setUpApp, setUpPasskey } from '../../../support/second-step.ts';
import { aKey, aMessageReceived, enrol, signedIn, textOf } from '../../../support/story.ts';
import { useApp } from '../../../support/test-app.ts';
import { HOUR, MINUTE, SECOND } from '../../../support/test-clock.ts';

const app = useApp();
beforeEach(forgetThrottles);

const complete = (client: ReturnType<typeof app.visitor>, kind: 'app' | 'recovery-code', code: string) =>
  client.call(secondStep.completeSecondStep, { proof: { kind, code } });
const mailsAbout = (address: string, words: string) => app.sink.mailsTo(address).filter((mail) => textOf(mail).includes(words));

test('with an authenticator app, the password alone reaches nothing but the second step', async () => {
  const { recipient, address, deliveryId } = await aMessageReceived(app);
  const { key } = await setUpApp(app, recipient);
  app.clock.advance(MINUTE);
  const visitor = app.visitor();
  const begun = await visitor.call(account.signIn, { address, password: 'Harvest-Moon-42-Lantern' });
  expect(begun).toMatchObject({ state: 'second-step', secondStepKinds: ['app', 'recovery-code'] });
  await expect(visitor.call(mailbox.openMessage, { deliveryId })).rejects.toMatchObject({ code: 'second_step_required' });
  await expect(visitor.call(secondStep.offerAuthenticatorApp, {})).rejects.toMatchObject({ code: 'second_step_required' });
  const before = visitor.cookies.get('__Host-session');
  const opened = await complete(visitor, 'app', await appCode(app, key));
  expect(opened).toMatchObject({ state: 'open', secondStepKinds: [] });
  expect(visitor.cookies.get('__Host-session')).not.toBe(before);
  await visitor.call(mailbox.openMessage, { deliveryId });
});

test('an app counts only once its first code came, and setting it up ends every other session and is told by mail', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const other = await signedIn(app, address);
  const { key, picture } = await recipient.call(secondStep.offerAuthenticatorApp, {});
  expect(picture).toMatch(/^data:image\/svg\+xml;base64,/);
  expect(await recipient.call(secondStep.readSecondStep, {})).toMatchObject({ isOn: false, appAddedAt: null });
  await expect(recipient.call(secondStep.confirmAuthenticatorApp, { code: '000 000' })).rejects.toMatchObject({
    code: 'code_wrong',
  });
  const code = await appCode(app, key);
  const { recoveryCodes } = await recipient.call(secondStep.confirmAuthenticatorApp, {
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
  });
  expect(new Set(recoveryCodes).size).toBe(10);
  await expect(other.call(account.readSession, {})).rejects.toMatchObject({ code: 'not_signed_in' });
  expect(await recipient.call(secondStep.readSecondStep, {})).toMatchObject({ isOn: true, recoveryCodesLeft: 10 });
  await app.work();
  expect(mailsAbout(address, 'An authenticator app was set up')).toHaveLength(1);
});

test('a code is taken half a minute early or late, and no further', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const { key } = await setUpApp(app, recipient);
  for (const [seconds, isTaken] of [
    [-60, false],
    [60, false],
    [-30, true],
    [30, true],
  ] as const) {
    app.clock.advance(3 * MINUTE);
    const attempt = complete(await halfWayIn(app, address), 'app', await appCode(app, key, seconds));
    await (isTaken ? attempt : expect(attempt).rejects.toMatchObject({ code: 'code_wrong' }));
  }
});

test('of ten sign-ins with one code at the same moment one gets in, and nobody afterwards', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const { key } = await setUpApp(app, recipient);
  app.clock.advance(MINUTE);
  const code = await appCode(app, key);
  const visitors = await Promise.all(Array.from({ length: 5 }, () => halfWayIn(app, address)));
  const results = await Promise.allSettled(visitors.map((visitor) => complete(visitor, 'app', code)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await forgetThrottles();
  await expect(complete(await halfWayIn(app, address), 'app', code)).rejects.toMatchObject({ code: 'code_used' });
});

test('a clock set back an hour brings no used code back, and a recovery code still gets in', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const { key, recoveryCodes } = await setUpApp(app, recipient);
  app.clock.advance(HOUR);
  const late = await appCode(app, key);
  await complete(await halfWayIn(app, address), 'app', late);
  app.clock.advance(-HOUR);
  const visitor = await halfWayIn(app, address);
  await expect(complete(visitor, 'app', late)).rejects.toMatchObject({ code: 'code_wrong' });
  await expect(complete(visitor, 'app', await appCode(app, key))).rejects.toMatchObject({ code: 'code_used' });
  await complete(visitor, 'recovery-code', recoveryCodes[0] ?? '');
});

test('a recovery code works once, however it is typed, and its use is told by mail', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const { recoveryCodes } = await setUpApp(app, recipient);
  const [code = '', second = ''] = recoveryCodes;
  await complete(await halfWayIn(app, address), 'recovery-code', ` ${code.toUpperCase().replace('-', ' ')} `);
  await expect(complete(await halfWayIn(app, address), 'recovery-code', code)).rejects.toMatchObject({ code: 'code_wrong' });
  const visitors = await Promise.all([1, 2, 3].map(() => halfWayIn(app, address)));
  const results = await Promise.allSettled(visitors.map((visitor) => complete(visitor, 'recovery-code', second)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await app.work();
  expect(mailsAbout(address, 'A recovery code was used')).toHaveLength(2);
});

test('new recovery codes replace the old ones', async () => {
  const { recipient, address } = await aMessageReceived(app);
  await expect(recipient.call(secondStep.renewRecoveryCodes, {})).rejects.toMatchObject({ code: 'second_step_missing' });
  const { recoveryCodes: old } = await setUpApp(app, recipient);
  const { recoveryCodes } = await recipient.call(secondStep.renewRecoveryCodes, {});
  const visitor = await halfWayIn(app, address);
  await expect(complete(visitor, 'recovery-code', old[0] ?? '')).rejects.toMatchObject({ code: 'code_wrong' });
  await complete(visitor, 'recovery-code', recoveryCodes[0] ?? '');
});

test('the sixth wrong code has to wait, in another window too', async () => {
  const { recipient, address } = await aMessageReceived(app);
  await setUpApp(app, recipient);
  for (let wrong = 1; wrong <= 5; wrong += 1)
    await expect(complete(await halfWayIn(app, address), 'app', '000000')).rejects.toMatchObject({ code: 'code_wrong' });
  await expect(complete(await halfWayIn(app, address), 'app', '000000')).rejects.toMatchObject({ code: 'throttled' });
});

test('a new password by mail does not get past the second step', async () => {
  const { recipient, address, deliveryId } = await aMessageReceived(app);
  await setUpApp(app, recipient);
  await enrol(app, deliveryId, address, 'Winter-Sun-43-Candle');
  const visitor = await signedIn(app, address, 'Winter-Sun-43-Candle');
  await expect(visitor.call(mailbox.openMessage, { deliveryId })).rejects.toMatchObject({ code: 'second_step_required' });
});

test('who is signed in for more than ten minutes repeats the password before the way in can be changed', async () => {
  const { recipient } = await aMessageReceived(app);
  app.clock.advance(10 * MINUTE);
  await expect(recipient.call(secondStep.offerAuthenticatorApp, {})).rejects.toMatchObject({ code: 'confirmation_required' });
  const wrong = recipient.call(secondStep.confirmIdentity, { currentPassword: 'wrong' });
  await expect(wrong).rejects.toMatchObject({ code: 'credentials_wrong' });
  await recipient.call(secondStep.confirmIdentity, { currentPassword: 'Harvest-Moon-42-Lantern' });
  app.clock.advance(10 * MINUTE - SECOND);
  await recipient.call(secondStep.offerAuthenticatorApp, {});
  app.clock.advance(-HOUR);
  await expect(recipient.call(secondStep.offerAuthenticatorApp, {})).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('without the app the password is enough again, and the recovery codes are gone', async () => {
  const { recipient, address } = await aMessageReceived(app);
  await setUpApp(app, recipient);
  await recipient.call(secondStep.removeAuthenticatorApp, {});
  expect(await recipient.call(secondStep.readSecondStep, {})).toMatchObject({ isOn: false, recoveryCodesLeft: 0 });
  await (await signedIn(app, address)).call(mailbox.listDeliveries, { folder: 'inbox' });
});

test('the organisation can remove the second step of somebody who lost it: sessions end, the mailbox is told, the password stays', async () => {
  const { recipient, address } = await aMessageReceived(app);
  await setUpApp(app, recipient);
  await setUpPasskey(recipient);
  expect(await resetSecondStep(address, app.context)).toBe(true);
  await expect(recipient.call(account.readSession, {})).rejects.toMatchObject({ code: 'not_signed_in' });
  await (await signedIn(app, address)).call(mailbox.listDeliveries, { folder: 'inbox' });
  await app.work();
  expect(mailsAbout(address, 'removed by the organisation')).toHaveLength(1);
  expect(await resetSecondStep('nobody@client.example', app.context)).toBe(false);
});

test('a passkey that an open session adds while the second step is removed does not stay', async () => {
  const { recipient, address } = await aMessageReceived(app);
  await setUpPasskey(recipient);
  const { _id: accountId } = (await findByAddress(address))!;
  const [known] = await listPasskeysOf(accountId, 1);
  const added: Promise<boolean>[] = [];
  mongoose.set('debug', (collection: string, method: string) => {
    if (collection !== 'second-steps' || !method.startsWith('delete') || added.length > 0) return;
    added.push(insertUnlessKnown({ ...known!, _id: aKey(), credentialId: aKey() }));
  });
  await resetSecondStep(address, app.context).finally(() => mongoose.set('debug', false));
  expect(await Promise.all(added)).toEqual([true]);
  expect(await listPasskeysOf(accountId, 5)).toEqual([]);
});

test('what is no second step is not understood', async () => {
  const { recipient, address } = await aMessageReceived(app);
  await setUpApp(app, recipient);
  const visitor = await halfWayIn(app, address);
  const answer = { id: '$', clientDataJSON: 'e30', authenticatorData: 'e30', signature: 'e30' };
  for (const body of [
    { proof: { kind: 'app' } },
    { proof: { kind: 'app', code: { $ne: null } } },
    { proof: { kind: 'app', code: 'x'.repeat(1000) } },
    { proof: { kind: 'none', code: '1' } },
    { proof: { kind: 'passkey', answer } },
    { proof: { kind: 'app', code: '123456' }, state: 'open' },
    { code: '123456' },
  ]) {
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    expect((await visitor.fetch('/api/account/second-step/completions', request)).status).toBe(400);
  }
});
