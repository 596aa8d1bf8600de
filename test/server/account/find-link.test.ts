import { beforeEach, expect, test } from '@jest/globals';
import * as account from '../../../contract/account.ts';
import * as mailbox from '../../../contract/mailbox.ts';
import { changeRecipient } from '../../support/change-message.ts';
import { databaseContent } from '../../support/database-content.ts';
import { forgetThrottles } from '../../support/forget-throttles.ts';
import { aKey, aMessageReceived } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();
beforeEach(forgetThrottles);

test('a link says in shortened form whom it is for, to whoever asks', async () => {
  const { deliveryId, address, recipient } = await aMessageReceived(app);
  const shortAddress = `${address.slice(0, 1)}••@client.example`;
  expect(await app.visitor().call(account.findLink, { deliveryId })).toEqual({
    shortAddress,
    isEnrolled: true,
    enrolsBy: 'link',
    isSignedIn: false,
  });
  expect(await recipient.call(account.findLink, { deliveryId })).toMatchObject({ shortAddress, isSignedIn: true });
});

test('who is signed in as somebody else is told that the link is for another, and cannot open it', async () => {
  const { deliveryId } = await aMessageReceived(app);
  const { recipient: other } = await aMessageReceived(app);
  expect(await other.call(account.findLink, { deliveryId })).toMatchObject({ isSignedIn: false });
  await expect(other.call(mailbox.openMessage, { deliveryId })).rejects.toMatchObject({ code: 'message_not_found' });
});

test('a link to a recalled message still leads to signing in, where its reader learns of the recall', async () => {
  const { deliveryId } = await aMessageReceived(app);
  await changeRecipient(deliveryId, { recalledAt: app.clock.now() });
  expect(await app.visitor().call(account.findLink, { deliveryId })).toMatchObject({ isEnrolled: true });
});

test.each([
  ['unknown', aKey(), 404, 'message_not_found'],
  ['too short', 'abc', 400, 'invalid_input'],
  ['an operator', '%7B%22%24ne%22%3Anull%7D', 400, 'invalid_input'],
])('a link that is %s leads nowhere', async (_what, id, status, code) => {
  const answer = await app.visitor().fetch(`/api/account/links/${id}`);
  expect([answer.status, await answer.json()]).toMatchObject([status, { error: { code } }]);
});

test('asking for codes is throttled by address, then by network, and owes nothing once refused', async () => {
  const { deliveryId } = await aMessageReceived(app);
  await forgetThrottles();
  const ask = () => app.visitor().call(account.requestCode, { deliveryId });
  for (let free = 1; free <= 5; free += 1) expect(await ask()).toEqual({ validMinutes: 10 });
  const { codes, outbox } = await databaseContent();
  await expect(ask()).rejects.toMatchObject({ code: 'throttled', details: { retryAfterSeconds: 60 } });
  expect(await databaseContent()).toMatchObject({ codes, outbox });
  for (let free = 1; free <= 50; free += 1)
    await app
      .visitor()
      .call(account.requestCode, { deliveryId: aKey() })
      .catch(() => undefined);
  await expect(app.visitor().call(account.requestCode, { deliveryId: aKey() })).rejects.toMatchObject({ code: 'throttled' });
});

test.each([
  ['/api/account/codes', {}],
  ['/api/account/codes', { deliveryId: ['aaaaaaaaaaaaaaaaaaaaaa'] }],
  ['/api/account/codes', { deliveryId: { $ne: null } }],
  ['/api/account/password-links', { secret: 'short' }],
  ['/api/account/password-links', { secret: { $gt: '' } }],
  ['/api/account/passwords', { proof: { kind: 'session' }, newPassword: 'x' }],
  ['/api/account/passwords', { proof: { kind: 'link', secret: 'short' }, newPassword: 'x' }],
  ['/api/account/passwords', { proof: { kind: 'code', deliveryId: 'aaaaaaaaaaaaaaaaaaaaaa', code: 12345678 }, newPassword: 'x' }],
  [
    '/api/account/passwords',
    { proof: { kind: 'code', deliveryId: 'aaaaaaaaaaaaaaaaaaaaaa', code: '1'.repeat(41) }, newPassword: 'x' },
  ],
  ['/api/account/passwords', { proof: { kind: 'link', secret: 'aaaaaaaaaaaaaaaaaaaaaa', accountId: 'x' }, newPassword: 'x' }],
  ['/api/account/passwords', { proof: null, newPassword: 'x' }],
])('%s refuses %j and changes nothing', async (path, body) => {
  const before = await databaseContent();
  const answer = await app
    .visitor()
    .fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: { code: 'invalid_input' } }]);
  expect(await databaseContent()).toEqual(before);
});
