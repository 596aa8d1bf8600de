import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { type ClaimedMail, type MailRoute, Outbox, type OutboxDocument } from './outbox.ts';

const { trusted } = mongoose;

/** Other servers may take what was just found; then it is looked for again, so many times. */
const LOOKS = 3;

/** Takes up to `limit` mails of a route that have been due longest, all under one lease of `leaseMs`; none when none is due. No two workers get the
 *  same. */
export async function claimDueMails(
  route: MailRoute,
  limit: number,
  { now, leaseMs }: { readonly now: Date; readonly leaseMs: number },
): Promise<readonly ClaimedMail[]> {
  const isDue = { state: 'due' as const, route, dueAt: trusted({ $lte: now }) };
  const lease = { leaseId: randomUUID(), dueAt: new Date(now.getTime() + leaseMs) };
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const due = await Outbox.find(isDue).sort({ route: 1, dueAt: 1, _id: 1 }).hint('due').limit(limit).lean<OutboxDocument[]>();
    if (due.length === 0) return [];
    const ids = trusted({ $in: due.map(({ _id }) => _id) });
    const claimed = await Outbox.updateMany({ ...isDue, _id: ids }, { $set: lease, $inc: { attempts: 1 } });
    if (claimed.modifiedCount === due.length) return due.map((row) => ({ ...row, ...lease, attempts: row.attempts + 1 }));
    if (claimed.modifiedCount > 0) return Outbox.find({ _id: ids, leaseId: lease.leaseId }).lean<ClaimedMail[]>();
  }
  return [];
}

/** Gives mails back untried, due at once; those whose lease is another's by now stay as they are. */
export async function giveBackMails(mails: readonly ClaimedMail[], now: Date): Promise<void> {
  if (mails.length === 0) return;
  await Outbox.updateMany(held(mails), { $set: { leaseId: null, dueAt: now }, $inc: { attempts: -1 } });
}

/** Ends mails that were sent and erases their secrets; those whose lease is another's by now stay as they are. */
export async function settleSentMails(mails: readonly ClaimedMail[], now: Date): Promise<void> {
  await Outbox.updateMany(held(mails), {
    $set: { state: 'sent', lastError: null, settledAt: now, leaseId: null },
    $unset: { sealedSecret: 1, key: 1 },
  });
}

/** Removes every mail about a message. */
export async function deleteMailOf(messageId: string): Promise<void> {
  await Outbox.deleteMany({ messageId }, { hint: 'message' });
}

/** Makes mails due that were owed by a clock ahead of `now` and would wait until it is as late again: it was set back since, or ran too fast. What
 *  somebody sends at this moment stays theirs. */
export async function bringForwardMails(now: Date): Promise<void> {
  const ahead = trusted({ $gt: now });
  const route = trusted({ $in: ['relay', 'organisation'] as const });
  await Outbox.updateMany(
    { state: 'due', route, dueAt: ahead, createdAt: ahead, leaseId: null },
    { $set: { dueAt: now, createdAt: now } },
    { hint: 'due' },
  );
}

function held(mails: readonly ClaimedMail[]) {
  const leaseIds = [...new Set(mails.map(({ leaseId }) => leaseId))];
  return { _id: trusted({ $in: mails.map(({ _id }) => _id) }), leaseId: trusted({ $in: leaseIds }), state: 'due' as const };
}
