import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as account from '../../../contract/account.ts';
import * as secondStep from '../../../contract/second-step.ts';
import * as sessions from '../../../contract/sessions.ts';
import { changePassword } from '../../../server/account/change-password.ts';
import { changeWayIn } from '../../../server/account/second-step/change-way-in.ts';
import { completeSecondStep } from '../../../server/account/second-step/complete-second-step.ts';
import { confirmIdentity } from '../../../server/account/second-step/confirm-identity.ts';
import type { SessionOwner } from '../../../server/http/who.ts';
import { findSession } from '../../../server/security/sessions.ts';
import { findAccount } from '../../../server/store/accounts.ts';
import { deleteSessionsOf, type SessionDocument } from '../../../server/store/sessions.ts';
import type { Client } from '../../support/client.ts';
import { forgetThrottles } from '../../support/forget-throttles.ts';
import { appCode, halfWayIn, setUpApp } from '../../support/second-step.ts';
import { aMessageReceived, PASSWORD, signedIn, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const app = useApp();
beforeEach(forgetThrottles);

const COOKIE = '__Host-session';
const tokenOf = (client: Client) => client.cookies.get(COOKIE) ?? '';
const endedBy = { code: 'not_signed_in' };

/** Whom a request was found to come from, before anything else happens. */
async function callerOf(client: Client): Promise<SessionOwner & { carried: (string | null)[] }> {
  const sessionToken = tokenOf(client);
  const session = await findSession(sessionToken, app.context);
  if (!session) throw new Error('nobody is signed in');
  const carried: (string | null)[] = [];
  const visitor = {
    sessionToken,
    network: '192.0.2.1',
    language: null,
    carrySession: (token: string | null) => carried.push(token),
  };
  return { ...session, ...visitor, carried };
}

const livingOf = (accountId: string) => mongoose.connection.collection<SessionDocument>('sessions').countDocuments({ accountId });

test('after the password is repeated the session goes on under a new token, and the former one opens nothing', async () => {
  const { recipient } = await aMessageReceived(app);
  const before = { token: tokenOf(recipient), ...(await recipient.call(account.readSession, {})) };
  const [listed] = (await recipient.call(sessions.listSessions, {})).sessions;
  app.clock.advance(20 * MINUTE);
  await recipient.call(secondStep.confirmIdentity, { currentPassword: PASSWORD });
  const thief = app.visitor();
  thief.cookies.set(COOKIE, before.token);
  await expect(thief.call(account.readSession, {})).rejects.toMatchObject(endedBy);
  expect(await recipient.call(account.readSession, {})).toMatchObject({ state: 'open', absoluteEndsAt: before.absoluteEndsAt });
  expect((await recipient.call(sessions.listSessions, {})).sessions).toMatchObject([
    { sessionId: listed?.sessionId, isThis: true },
  ]);
});

test('new recovery codes end every other session and are told by mail; this session goes on to its old end', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const { key } = await setUpApp(app, recipient);
  app.clock.advance(MINUTE);
  const other = await halfWayIn(app, address);
  await other.call(secondStep.completeSecondStep, { proof: { kind: 'app', code: await appCode(app, key) } });
  const { absoluteEndsAt } = await recipient.call(account.readSession, {});
  await recipient.call(secondStep.renewRecoveryCodes, {});
  await expect(other.call(account.readSession, {})).rejects.toMatchObject(endedBy);
  expect(await recipient.call(account.readSession, {})).toMatchObject({ state: 'open', absoluteEndsAt });
  await app.work();
  expect(app.sink.mailsTo(address).filter((mail) => textOf(mail).includes('New recovery codes were made'))).toHaveLength(1);
});

test('a session ended while its second step, password or identity is looked at does not come back', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const newPassword = 'Winter-Sun-43-Candle';
  for (const act of [
    (caller: SessionOwner) => confirmIdentity({ currentPassword: PASSWORD }, caller, app.context),
    (caller: SessionOwner) => changePassword({ currentPassword: PASSWORD, newPassword }, caller, app.context),
  ]) {
    const caller = await callerOf(await signedIn(app, address));
    await deleteSessionsOf(caller.accountId);
    await expect(act(caller)).rejects.toMatchObject(endedBy);
    expect(await livingOf(caller.accountId)).toBe(0);
    expect(caller.carried).toEqual([]);
  }
  const owner = await signedIn(app, address);
  const { key } = await setUpApp(app, owner);
  app.clock.advance(MINUTE);
  const caller = await callerOf(await halfWayIn(app, address));
  const proof = { kind: 'app' as const, code: await appCode(app, key) };
  await owner.call(sessions.signOutEverywhere, {});
  await expect(completeSecondStep({ proof }, caller, app.context)).rejects.toMatchObject(endedBy);
  expect(await livingOf(caller.accountId)).toBe(0);
  expect(recipient.cookies.has(COOKIE)).toBe(true);
});

test.each([
  ['before the change: nothing is changed', 'before', 0],
  ['during the change: the session stays ended', 'during', 1],
])('a session ended %s', async (_what, when, changes) => {
  const { recipient } = await aMessageReceived(app);
  const caller = await callerOf(recipient);
  const owner = await findAccount(caller.accountId);
  if (!owner) throw new Error('no account');
  let changed = 0;
  if (when === 'before') await deleteSessionsOf(owner._id);
  const change = changeWayIn(owner, 'app-added', caller, app.context, async () => {
    changed += 1;
    await deleteSessionsOf(owner._id);
  });
  await expect(change).rejects.toMatchObject(endedBy);
  expect({ changed, living: await livingOf(owner._id), carried: caller.carried }).toEqual({
    changed: changes,
    living: 0,
    carried: [],
  });
});

test('signing out everywhere while another window repeats the password leaves nobody signed in', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const { accountId } = await callerOf(recipient);
  for (let round = 0; round < 3; round += 1) {
    await forgetThrottles();
    const [one, other, last] = [await signedIn(app, address), await signedIn(app, address), await signedIn(app, address)];
    await Promise.allSettled([
      ...[one, other].map((client) => client.call(secondStep.confirmIdentity, { currentPassword: PASSWORD })),
      last.call(sessions.signOutEverywhere, {}),
    ]);
    expect(await livingOf(accountId)).toBe(0);
  }
});
