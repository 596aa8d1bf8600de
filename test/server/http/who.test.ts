import { beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as account from '../../../contract/account.ts';
import * as mailbox from '../../../contract/mailbox.ts';
import { forgetThrottles } from '../../support/forget-throttles.ts';
import { aKey, aMessageReceived, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const tryToSignIn = (origin: string, headers: Record<string, string>) =>
  fetch(`${origin}/api/account/sessions`, {
    method: 'POST',
    headers: { origin: 'http://localhost:3000', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ address: `${aKey().toLowerCase()}@client.example`, password: 'x' }),
  });
const countedNetworks = async () => {
  const rows = await mongoose.connection
    .collection<{ _id: string }>('throttles')
    .find({ _id: /^signInNetwork:/ })
    .toArray();
  return rows.map((row) => row._id.slice('signInNetwork:'.length)).sort();
};
beforeEach(forgetThrottles);

describe('without trusted proxies', () => {
  const app = useApp();

  test('X-Forwarded-For is not believed', async () => {
    await tryToSignIn(app.origin, { 'x-forwarded-for': '198.51.100.1' });
    await tryToSignIn(app.origin, { 'x-forwarded-for': '198.51.100.2' });
    expect(await countedNetworks()).toEqual(['127.0.0.1']);
  });

  test.each([
    ['second-step', 'second_step_required'],
    ['second-step-setup', 'second_step_missing'],
    ['reset-password', 'password_reset_required'],
    ['made-up', 'not_signed_in'],
  ])('a session at the stage %s reaches no message and learns why: %s', async (state, code) => {
    const { recipient, open } = await aMessageReceived(app);
    const { accountId } = await recipient.call(account.readSession, {});
    await mongoose.connection.collection('sessions').updateOne({ accountId }, { $set: { state } });
    await expect(open()).rejects.toMatchObject({ code });
    await expect(recipient.call(mailbox.listDeliveries, { folder: 'inbox' })).rejects.toMatchObject({ code });
  });

  test('links in mails begin with the configured origin, whatever host a request names', async () => {
    const { address } = await aMessageReceived(app);
    await fetch(`${app.origin}/api/account/password-mails`, {
      method: 'POST',
      headers: {
        origin: 'http://localhost:3000',
        'content-type': 'application/json',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        forwarded: 'host=evil.example',
      },
      body: JSON.stringify({ address }),
    });
    await app.work();
    const mails = app.sink.mailsTo(address);
    expect(mails.length).toBeGreaterThan(2);
    for (const mail of mails) {
      expect(mail.raw.toString()).not.toContain('evil.example');
      for (const [link] of textOf(mail).matchAll(/https?:\/\/\S+/g)) expect(link).toMatch(/^http:\/\/localhost:3000/);
    }
  });
});

describe('behind a trusted proxy', () => {
  const app = useApp({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' });

  test('the address that the proxy saw counts, IPv6 by its /64 and its /48', async () => {
    await tryToSignIn(app.origin, { 'x-forwarded-for': '203.0.113.9, 198.51.100.1, 10.1.2.3' });
    await tryToSignIn(app.origin, { 'x-forwarded-for': '2001:db8:1:2:aaaa::1' });
    await tryToSignIn(app.origin, { 'x-forwarded-for': '2001:db8:1:2:bbbb::2' });
    expect(await countedNetworks()).toEqual(['198.51.100.1', '2001:db8:1:2::/64', '2001:db8:1::/48']);
  });

  test('one household with a whole /64 counts as one; its neighbour is free', async () => {
    const statuses: number[] = [];
    for (let host = 1; host <= 51; host += 1)
      statuses.push((await tryToSignIn(app.origin, { 'x-forwarded-for': `2001:db8:5:6::${host.toString(16)}` })).status);
    expect(statuses.slice(0, 50).every((status) => status === 401)).toBe(true);
    expect(statuses[50]).toBe(429);
    expect((await tryToSignIn(app.origin, { 'x-forwarded-for': '2001:db8:5:7::1' })).status).toBe(401);
  });
});
