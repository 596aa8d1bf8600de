import { beforeEach, expect, test } from '@jest/globals';
import * as account from '../../../../contract/account.ts';
import * as mailbox from '../../../../contract/mailbox.ts';
import * as sessions from '../../../../contract/sessions.ts';
import { forgetThrottles } from '../../../support/forget-throttles.ts';
import { aMessageReceived, PASSWORD, signedIn } from '../../../support/story.ts';
import { useApp } from '../../../support/test-app.ts';
import { MINUTE } from '../../../support/test-clock.ts';

const app = useApp();
beforeEach(forgetThrottles);

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; rv:144.0) Gecko/20100101 Firefox/144.0';

async function signInFrom(address: string, userAgent: string) {
  const visitor = app.visitor();
  await visitor.fetch('/api/account/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': userAgent },
    body: JSON.stringify({ address, password: PASSWORD }),
  });
  return visitor;
}

test('the list shows where the account is signed in, and one of them can be ended', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const begun = app.clock.now().toISOString();
  app.clock.advance(MINUTE);
  const other = await signInFrom(address, FIREFOX);
  app.clock.advance(5 * MINUTE);
  const { sessions: listed } = await recipient.call(sessions.listSessions, {});
  const now = app.clock.now();
  const since = new Date(now.getTime() - 5 * MINUTE).toISOString();
  expect(listed).toEqual([
    { sessionId: expect.any(String), browser: 'Firefox', system: 'Windows', createdAt: since, lastUsedAt: since, isThis: false },
    { sessionId: expect.any(String), browser: '', system: '', createdAt: begun, lastUsedAt: now.toISOString(), isThis: true },
  ]);
  await recipient.call(sessions.endOneSession, { sessionId: listed[0]?.sessionId ?? '' });
  await recipient.call(sessions.endOneSession, { sessionId: listed[0]?.sessionId ?? '' });
  await expect(other.call(account.readSession, {})).rejects.toMatchObject({ code: 'not_signed_in' });
  expect((await recipient.call(sessions.listSessions, {})).sessions).toHaveLength(1);
});

test('the id in the list opens nothing, and the session of somebody else is not ended by it', async () => {
  const [pat, sam] = [await aMessageReceived(app), await aMessageReceived(app)];
  const [listed] = (await pat.recipient.call(sessions.listSessions, {})).sessions;
  const thief = app.visitor();
  thief.cookies.set('__Host-session', listed?.sessionId ?? '');
  await expect(thief.call(account.readSession, {})).rejects.toMatchObject({ code: 'not_signed_in' });
  await sam.recipient.call(sessions.endOneSession, { sessionId: listed?.sessionId ?? '' });
  await pat.recipient.call(account.readSession, {});
});

test('signing out everywhere ends every session, this one included', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const other = await signedIn(app, address);
  await recipient.call(sessions.signOutEverywhere, {});
  expect(recipient.cookies.has('__Host-session')).toBe(false);
  await expect(other.call(mailbox.listDeliveries, { folder: 'inbox' })).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('sessions that have ended are not listed', async () => {
  const { recipient, address } = await aMessageReceived(app);
  await signedIn(app, address);
  app.clock.advance(20 * MINUTE);
  await recipient.call(account.readSession, {});
  app.clock.advance(15 * MINUTE);
  expect((await recipient.call(sessions.listSessions, {})).sessions).toHaveLength(1);
});
