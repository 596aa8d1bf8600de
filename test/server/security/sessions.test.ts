import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { continueSession, continueWithAccount, endSession, openSession } from '../../../server/security/sessions.ts';
import { deleteEndedSessions } from '../../../server/store/sessions.ts';
import { useDatabase } from '../../support/database.ts';
import { aKey } from '../../support/story.ts';
import { HOUR, MINUTE, SECOND, testClock } from '../../support/test-clock.ts';
import { testConfig } from '../../support/test-config.ts';

useDatabase();
const clock = testClock();
const context = { clock, config: testConfig() };

test('a session lives on while it is used and ends thirty minutes after its last use', async () => {
  const { token } = await openSession(aKey(), context);
  for (let use = 1; use <= 4; use += 1) {
    clock.advance(29 * MINUTE);
    expect(await continueSession(token, context)).not.toBeNull();
  }
  clock.advance(30 * MINUTE);
  expect(await continueSession(token, context)).toBeNull();
});

test('a session ends after twelve hours, however busy', async () => {
  const { token, session } = await openSession(aKey(), context);
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    clock.advance(20 * MINUTE);
    expect((await continueSession(token, context))?.idleEndsAt.getTime()).toBeLessThanOrEqual(session.absoluteEndsAt.getTime());
  }
  clock.advance(20 * MINUTE - SECOND);
  expect(await continueSession(token, context)).not.toBeNull();
  clock.advance(SECOND);
  expect(await continueSession(token, context)).toBeNull();
});

test('a clock that was set back an hour makes no session live for longer', async () => {
  const { token } = await openSession(aKey(), context);
  clock.advance(-HOUR);
  expect(await continueSession(token, context)).toBeNull();
  clock.advance(HOUR - 30 * SECOND);
  expect(await continueSession(token, context)).not.toBeNull();
});

test('the database knows only the hash of a session’s token', async () => {
  const { token } = await openSession(aKey(), context);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const rows = await mongoose.connection.collection('sessions').find().toArray();
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('a session found in the database cannot be used as a token', async () => {
  const { session } = await openSession(aKey(), context);
  expect(await continueSession(session._id, context)).toBeNull();
});

test.each(['', 'short', 'x'.repeat(43), 'ä'.repeat(43), '{"$ne":null}', 'a'.repeat(100_000), '%00', `${'x'.repeat(42)}\n`])(
  'a token that is none (%#) is nobody’s',
  async (token) => {
    expect(await continueSession(token, context)).toBeNull();
    await endSession(token);
  },
);

test('an ended session stays ended, even when a request is just under way', async () => {
  for (let round = 1; round <= 20; round += 1) {
    const { token } = await openSession(aKey(), context);
    clock.advance(2 * MINUTE);
    await Promise.all([continueSession(token, context), endSession(token)]);
    expect(await continueSession(token, context)).toBeNull();
  }
});

test('requests within a minute write once', async () => {
  const { token } = await openSession(aKey(), context);
  clock.advance(2 * MINUTE);
  const first = await continueSession(token, context);
  clock.advance(20 * SECOND);
  const second = await continueSession(token, context);
  expect(second?.idleEndsAt).toEqual(first?.idleEndsAt);
});

test('a session comes with its account as it stands now, and is nobody’s once either is gone', async () => {
  const accounts = mongoose.connection.collection<{ _id: string; address: string; name: string; deletedAt: Date | null }>(
    'accounts',
  );
  const [kept, deleted] = [aKey(), aKey()];
  for (const _id of [kept, deleted])
    await accounts.insertOne({ _id, address: `${_id}@client.example`, deletedAt: null, name: 'Pat' });
  const [ended, orphan] = [await openSession(kept, context), await openSession(deleted, context)];
  for (const { token } of [ended, orphan])
    expect(await continueWithAccount(token, context)).toMatchObject({ account: { name: 'Pat' } });
  await accounts.updateOne({ _id: kept }, { $set: { name: 'Kim' } });
  expect(await continueWithAccount(ended.token, context)).toMatchObject({ accountId: kept, account: { name: 'Kim' } });
  await accounts.updateOne({ _id: deleted }, { $set: { deletedAt: clock.now() } });
  await endSession(ended.token);
  for (const { token } of [ended, orphan, await openSession(deleted, context)])
    expect(await continueWithAccount(token, context)).toBeNull();
});

test('the sweeper removes ended sessions and no living one', async () => {
  const ended = await openSession(aKey(), context);
  clock.advance(HOUR);
  const living = await openSession(aKey(), context);
  await deleteEndedSessions(clock.now(), 1000);
  const rows = await mongoose.connection
    .collection<{ _id: string }>('sessions')
    .find({ _id: { $in: [ended.session._id, living.session._id] } })
    .toArray();
  expect(rows.map((row) => row._id)).toEqual([living.session._id]);
});
