import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as passwords from '../../../contract/passwords.ts';
import * as send from '../../../contract/send.ts';
import { inviteRecipient } from '../../../server/account/invite-recipient.ts';
import { forgetThrottles } from '../../support/forget-throttles.ts';
import { aKey, aMessage, aMessageReceived, PASSWORD, signedIn, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const app = useApp();
beforeEach(forgetThrottles);

const anAddress = () => `${aKey().toLowerCase()}@client.example`;
const invite = (address: string, name = '') => inviteRecipient({ address, name }, app.context);
const accounts = (address: string) => mongoose.connection.collection('accounts').countDocuments({ address });

test('an invited person gets a mail that says who arranged it, sets a password by its link and signs in', async () => {
  const address = anAddress();
  expect(await invite(` ${address.toUpperCase()}. `, 'Pat Doe')).toEqual({ outcome: 'invited', address });
  await app.work();
  const [mail] = app.sink.mailsTo(address);
  const text = mail ? textOf(mail) : '';
  expect(text).toContain('an administrator of Harbour Clinic arranged access');
  const secret = /#([\w-]{22})/.exec(text)?.[1] ?? '';
  await app.visitor().call(passwords.createPassword, { proof: { kind: 'link', secret }, newPassword: PASSWORD });
  await signedIn(app, address);
  expect(await invite(address)).toEqual({ outcome: 'has-password', address });
});

test('an address invited twice, by two at once, and then sent a message has one account and one invitation', async () => {
  const address = anAddress();
  const outcomes = await Promise.all([invite(address), invite(address)]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['invited', 'mail-under-way']);
  await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  await app.work();
  expect(await accounts(address)).toBe(1);
  expect(app.sink.mailsTo(address)).toHaveLength(2);
});

test('an invitation that is tried again carries the same link, and after an hour a new one', async () => {
  const address = anAddress();
  app.sink.faults.data[address] = 451;
  await invite(address);
  await app.work();
  app.clock.advance(90 * MINUTE);
  app.sink.faults.data = {};
  await app.work();
  const [mail] = app.sink.mailsTo(address);
  const secret = /#([\w-]{22})/.exec(mail ? textOf(mail) : '')?.[1] ?? '';
  expect(await app.visitor().call(passwords.checkPasswordLink, { secret })).toEqual({ address });
});

test('who enrolled meanwhile gets no invitation any more', async () => {
  const { address } = await aMessageReceived(app);
  const before = app.sink.mailsTo(address).length;
  expect(await invite(address)).toEqual({ outcome: 'has-password', address });
  await app.work();
  expect(app.sink.mailsTo(address)).toHaveLength(before);
});

test.each([
  ['pat@bücher.example', 'invited', 'pat@xn--bcher-kva.example'],
  ['ALEX@Harbour.Example.', 'is-colleague', 'alex@harbour.example'],
  ['müller@client.example', 'no-address', 'müller@client.example'],
  ['"quoted"@client.example', 'no-address', '"quoted"@client.example'],
  ['pat', 'no-address', 'pat'],
])('%s: %s', async (typed, outcome, address) => {
  expect(await invite(typed)).toEqual({ outcome, address });
});
