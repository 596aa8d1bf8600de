import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { sweepSecrets } from '../../../server/expire/sweep-secrets.ts';
import { insertCode } from '../../../server/store/codes.ts';
import { insertSession } from '../../../server/store/sessions.ts';
import { takeTry } from '../../../server/store/throttles.ts';
import { ahead } from '../../support/draft.ts';
import { aKey } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const app = useApp();

const inMinutes = (minutes: number) => new Date(app.clock.now().getTime() + minutes * MINUTE);
const rowsOf = async (name: string) =>
  (await mongoose.connection.collection(name).find({}).toArray()).map(({ _id }) => String(_id));

const aCode = (expiresAt: Date) => {
  const kind = 'code' as const;
  return { _id: aKey(), kind, address: 'pat@client.example', hash: aKey(), triesLeft: 5, expiresAt, usedAt: null };
};
const aSession = (idleEndsAt: Date) => ({
  _id: aKey(),
  accountId: aKey(),
  publicId: aKey(),
  state: 'open' as const,
  device: { browser: 'Firefox', system: 'Windows' },
  createdAt: app.clock.now(),
  lastUsedAt: app.clock.now(),
  identityProvenAt: app.clock.now(),
  idleEndsAt,
  absoluteEndsAt: inMinutes(720),
});

test('codes and sessions past their end and forgotten tries go, what still counts stays', async () => {
  const [endedCode, livingCode] = [aCode(inMinutes(1)), aCode(inMinutes(10))];
  const [endedSession, livingSession] = [aSession(inMinutes(1)), aSession(inMinutes(30))];
  for (const code of [endedCode, livingCode]) await insertCode(code);
  for (const session of [endedSession, livingSession]) await insertSession(session);
  const rule = { freeTries: 5, firstWaitSeconds: 1, longestWaitSeconds: 60 };
  await takeTry('old', { ...rule, forgetAfterSeconds: 60 }, app.clock.now());
  await takeTry('new', { ...rule, forgetAfterSeconds: 3600 }, app.clock.now());

  expect(await sweepSecrets(app.context)).toBe(0);
  expect(await sweepSecrets(ahead(app.context, 2 * MINUTE))).toBe(3);
  expect(await rowsOf('codes')).toEqual([livingCode._id]);
  expect(await rowsOf('sessions')).toEqual([livingSession._id]);
  expect(await rowsOf('throttles')).toEqual(['new']);
});

test('one round removes whatever has ended, however much', async () => {
  const forgetAt = app.clock.now();
  const rows = Array.from({ length: 2001 }, () => ({ _id: aKey() as never, tries: 1, blockedUntil: new Date(0), forgetAt }));
  await mongoose.connection.collection('throttles').insertMany(rows);
  expect(await sweepSecrets(app.context)).toBe(2001);
});
