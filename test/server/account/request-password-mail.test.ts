import { beforeEach, expect, test } from '@jest/globals';
import * as passwords from '../../../contract/passwords.ts';
import * as send from '../../../contract/send.ts';
import { forgetThrottles } from '../../support/forget-throttles.ts';
import { aKey, aMessage, aMessageReceived, PASSWORD, signedIn, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const app = useApp();
beforeEach(forgetThrottles);

const NEW_PASSWORD = 'Winter-Sun-43-Candle';
const ask = (address: string) => app.visitor().fetch('/api/account/password-mails', post({ address }));
const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
/** The secret of the newest set-password link mailed to an address; it stands in the fragment, which no server and no log sees. */
function secretOf(address: string): string {
  const found = app.sink.mailsTo(address).map((mail) => /#(?:[a-z]+=)?([\w-]{22})\b/.exec(textOf(mail))?.[1]);
  return found.findLast((secret) => secret !== undefined) ?? '';
}
const setByLink = (secret: string, newPassword = NEW_PASSWORD) =>
  app.visitor().call(passwords.createPassword, { proof: { kind: 'link', secret }, newPassword });

test('who forgot the password gets a link by mail, sets a new one and signs in with it', async () => {
  const { address } = await aMessageReceived(app);
  await ask(address);
  await app.work();
  const secret = secretOf(address);
  expect(await app.visitor().call(passwords.checkPasswordLink, { secret })).toEqual({ address });
  await setByLink(secret);
  await expect(signedIn(app, address)).rejects.toMatchObject({ code: 'credentials_wrong' });
  await signedIn(app, address, NEW_PASSWORD);
});

test('who never created a password gets in by the same link', async () => {
  const address = `${aKey().toLowerCase()}@client.example`;
  await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  await app.work();
  await ask(address);
  await app.work();
  await setByLink(secretOf(address));
  await signedIn(app, address, NEW_PASSWORD);
});

test('a link can be looked at often, works once and for sixty minutes', async () => {
  const { address } = await aMessageReceived(app);
  await ask(address);
  await app.work();
  const secret = secretOf(address);
  for (let look = 1; look <= 60; look += 1) await app.visitor().call(passwords.checkPasswordLink, { secret });
  await setByLink(secret);
  await expect(setByLink(secret, PASSWORD)).rejects.toMatchObject({ code: 'password_link_expired' });
  await expect(app.visitor().call(passwords.checkPasswordLink, { secret })).rejects.toMatchObject({
    code: 'password_link_expired',
  });

  await ask(address);
  await app.work();
  const second = secretOf(address);
  expect(second).not.toBe(secret);
  app.clock.advance(60 * MINUTE);
  await expect(setByLink(second)).rejects.toMatchObject({ code: 'password_link_expired' });
});

test('a link used twice at the same moment sets one password', async () => {
  const { address } = await aMessageReceived(app);
  await ask(address);
  await app.work();
  const secret = secretOf(address);
  const outcomes = await Promise.allSettled([setByLink(secret, NEW_PASSWORD), setByLink(secret, 'Autumn-Leaf-44-Basket')]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a weak password leaves the link as it was', async () => {
  const { address } = await aMessageReceived(app);
  await ask(address);
  await app.work();
  const secret = secretOf(address);
  await expect(setByLink(secret, 'weak')).rejects.toMatchObject({ code: 'password_too_weak' });
  await setByLink(secret);
});

test('a known and an unknown address get the same answer, and only the known one gets mail', async () => {
  const { address } = await aMessageReceived(app);
  const unknown = `${aKey().toLowerCase()}@client.example`;
  const before = app.sink.mails.length;
  const answers = await Promise.all([address, unknown].map(async (each) => seenBy(await ask(each))));
  expect(answers[0]).toEqual(answers[1]);
  await app.work();
  expect(app.sink.mails.length).toBe(before + 1);
  expect(app.sink.mailsTo(unknown)).toHaveLength(0);
});

test('asking too often is throttled alike for known and unknown addresses, and tells how long to wait', async () => {
  const { address } = await aMessageReceived(app);
  await forgetThrottles();
  for (const each of [address, `${aKey().toLowerCase()}@client.example`]) {
    for (let free = 1; free <= 5; free += 1) expect((await ask(each)).status).toBe(200);
    const refused = await ask(each);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await refused.json()).toMatchObject({ error: { code: 'throttled', retryAfterSeconds: 60 } });
  }
});

test('the spelling of an address does not matter, and does not help around the throttle', async () => {
  const { address } = await aMessageReceived(app);
  await forgetThrottles();
  await ask(` ${address.toUpperCase()} `);
  await app.work();
  expect(secretOf(address)).not.toBe('');
  const spellings = [address, address.toUpperCase(), ` ${address}`, `${address}.`, address.replace('c', 'C')];
  const statuses = [];
  for (const spelling of spellings) statuses.push((await ask(spelling)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 429]);
});

test('fifty requests at the same moment owe five mails', async () => {
  const { address } = await aMessageReceived(app);
  await forgetThrottles();
  const before = app.sink.mailsTo(address).length;
  const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await ask(address)).status));
  expect(statuses.filter((status) => status === 200)).toHaveLength(5);
  for (let round = 1; round <= 3; round += 1) await app.work();
  expect(app.sink.mailsTo(address).length).toBe(before + 5);
});

test.each([
  'x',
  'a@b',
  'a@b\r\nRCPT TO:<x@y>',
  '',
  5,
  null,
  { $ne: null },
  ['pat@client.example'],
  `${'a'.repeat(300)}@client.example`,
])('%j is no address and owes nothing', async (address) => {
  const answer = await app.visitor().fetch('/api/account/password-mails', post({ address }));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { code: 'invalid_input', fields: ['address'] } });
});

async function seenBy(answer: Response) {
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'));
  return { status: answer.status, headers, body: await answer.json() };
}
