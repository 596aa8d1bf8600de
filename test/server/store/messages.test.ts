import { expect, test } from '@jest/globals';
import type { MessageRecipient } from '../../../server/store/message-document.ts';
import {
  abandonIfPending,
  acceptIfPending,
  bindAccount,
  findAccepted,
  findMessage,
  insertMessage,
  listPendingSince,
  listProjectionOwed,
  markBouncedIfStillAwaited,
  markNotified,
  markReplied,
  settleProjection,
} from '../../../server/store/messages.ts';
import { useDatabase } from '../../support/database.ts';
import { aDocument, aHeldFile, aRecipient, aStoredMessage, later, pending, START } from '../../support/message-document.ts';
import { MINUTE } from '../../support/test-clock.ts';

useDatabase();

const ROUNDS = 40;

test('a message comes back as it was stored', async () => {
  const message = await aStoredMessage({
    attachments: [aHeldFile()],
    recipients: [aRecipient(), aRecipient({ expiresAt: null })],
  });
  expect(await findMessage(message._id)).toEqual(message);
});

test('of many servers that store one message at the same moment exactly one succeeds', async () => {
  const message = aDocument();
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => insertMessage(message)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a message is either accepted or given up, however close the two come', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const message = await aStoredMessage(pending);
    const [isAccepted, isAbandoned] = await Promise.all([acceptIfPending(message, START), abandonIfPending(message)]);
    expect([isAccepted, isAbandoned].filter(Boolean)).toHaveLength(1);
    expect((await findMessage(message._id))?.state).toBe(isAccepted ? 'accepted' : undefined);
  }
});

test('of many retries that accept one message exactly one does', async () => {
  const message = await aStoredMessage(pending);
  const results = await Promise.all(Array.from({ length: 10 }, (_, n) => acceptIfPending(message, later(n))));
  expect(results.filter(Boolean)).toHaveLength(1);
  expect((await findMessage(message._id))?.isProjectionOwed).toBe(true);
});

test('an accepted message is never given up', async () => {
  const message = await aStoredMessage();
  expect(await abandonIfPending(message)).toBe(false);
  expect((await findMessage(message._id))?.state).toBe('accepted');
});

test('neither a frozen server nor a sweeper that looked before touches an attempt that was begun again', async () => {
  const before = await aStoredMessage(pending);
  expect(await abandonIfPending(before)).toBe(true);
  const again = await aStoredMessage({ ...pending, _id: before._id });
  expect(await acceptIfPending(before, START)).toBe(false);
  expect(await abandonIfPending(before)).toBe(false);
  expect(await acceptIfPending(again, START)).toBe(true);
});

test('nothing is mailed for a message that is not accepted', async () => {
  const message = await aStoredMessage(pending);
  expect(await findAccepted(message._id)).toBeNull();
  expect(await owedIds()).not.toContain(message._id);
});

test('only messages that have waited long enough are given up', async () => {
  const old = await aStoredMessage({ ...pending, createdAt: later(-20 * MINUTE) });
  const young = await aStoredMessage({ ...pending, createdAt: later(-5 * MINUTE) });
  const listed = (await listPendingSince(later(-10 * MINUTE), 1000)).map(({ _id }) => _id);
  expect(listed).toContain(old._id);
  expect(listed).not.toContain(young._id);
});

test('a recipient is bound to an account once, however many servers bind', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const unbound = aRecipient({ accountId: null });
    const other = aRecipient({ accountId: null });
    const { _id } = await aStoredMessage({ recipients: [other, unbound] });
    await Promise.all(['one', 'two', 'three'].map((account) => bindAccount(_id, unbound.deliveryId, account)));
    const [first, second] = (await findMessage(_id))?.recipients ?? [];
    expect(first?.accountId).toBeNull();
    const winner = second?.accountId ?? '';
    expect(['one', 'two', 'three']).toContain(winner);
    await bindAccount(_id, unbound.deliveryId, 'late');
    expect((await findMessage(_id))?.recipients[1]?.accountId).toBe(winner);
  }
});

test('a message that changed while it was projected stays owed', async () => {
  const { _id } = await aStoredMessage({ version: 2 });
  await settleProjection({ _id, version: 1 });
  expect(await owedIds()).toContain(_id);
  await settleProjection({ _id, version: 2 });
  expect(await owedIds()).not.toContain(_id);
});

test('the first time a recipient was notified, answered or bounced is the one that is kept', async () => {
  const [pat, kim] = [aRecipient(), aRecipient()];
  const { _id } = await aStoredMessage({ recipients: [pat, kim] });
  for (const minutes of [1, 2]) {
    await markNotified([{ messageId: _id, deliveryId: kim.deliveryId }], later(minutes * MINUTE));
    await markBouncedIfStillAwaited(_id, kim.deliveryId, 'unclear', { owedAt: later(0), now: later(minutes * MINUTE) });
    await markReplied(_id, kim.accountId ?? '', later(minutes * MINUTE));
  }
  const [first, second] = (await findMessage(_id))?.recipients ?? [];
  expect(first).toMatchObject({ notifiedAt: null, bouncedAt: null, repliedAt: null });
  const once = later(MINUTE);
  expect(second).toMatchObject({ notifiedAt: once, bouncedAt: once, repliedAt: once });
});

test('the failure of a mail changes nothing once the message was opened since, or another mail has followed', async () => {
  const bouncedAfter = async (changes: Partial<MessageRecipient>) => {
    const one = aRecipient(changes);
    const { _id } = await aStoredMessage({ recipients: [one] });
    await markBouncedIfStillAwaited(_id, one.deliveryId, 'unclear', { owedAt: START, now: later(5 * MINUTE) });
    return (await findMessage(_id))?.recipients[0]?.bouncedAt;
  };
  const soon = later(2 * MINUTE);
  expect(await bouncedAfter({ openings: { firstAt: soon, lastAt: soon } })).toBeNull();
  expect(await bouncedAfter({ notifiedAgainAt: soon })).toBeNull();
  expect(await bouncedAfter({ moreTimeGivenAt: soon })).toBeNull();
  const noted = later(5 * MINUTE);
  const before = later(-MINUTE);
  expect(await bouncedAfter({ openings: { firstAt: before, lastAt: before }, notifiedAgainAt: before })).toEqual(noted);
  // The mail itself may have been made by a server whose clock is a little behind.
  expect(await bouncedAfter({ notifiedAgainAt: later(10_000) })).toEqual(noted);
});

async function owedIds(): Promise<string[]> {
  return (await listProjectionOwed(1000)).map((owed) => owed._id);
}
