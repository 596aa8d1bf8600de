import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { isDatabaseAway } from '../store/database.ts';
import { markNotified } from '../store/messages.ts';
import { type ClaimedMail, postponeMail, settleMail } from '../store/outbox.ts';
import { addressMail } from './address-mail.ts';
import { composeMail } from './compose-mail.ts';
import { holdLease } from './hold-lease.ts';
import { type Failure, judgeFailure } from './judge-failure.ts';
import { retryDelayMs } from './retry-delay.ts';
import { tellAuthor } from './tell-author.ts';

/** Sends one claimed mail and settles it, or gives it back to be tried again later; a mail that can never arrive is told to its author.
 *  At least once: only a crash, a freeze or a lost answer behind DATA makes a copy, with the same Message-ID. */
export async function deliverMail(row: ClaimedMail, context: Context): Promise<void> {
  const lease = holdLease(row, context.clock);
  try {
    const isSent = await attempt(row, context, lease.signal);
    await insist(() => (isSent ? settleAsSent(row, context) : settleMail(row, { state: 'cancelled' }, context.clock.now())));
    context.log.info({ kind: row.kind, route: row.route, attempts: row.attempts }, isSent ? 'mail sent' : 'mail cancelled');
  } catch (error) {
    await settleFailure(row, judgeFailure(error), context);
  } finally {
    lease.release();
  }
}

async function attempt(row: ClaimedMail, context: Context, signal: AbortSignal): Promise<boolean> {
  const mail = await composeMail(row, context);
  if (!mail) return false;
  await context.transports[row.route].send({ ...addressMail(mail, row, context.config, context.clock.now()), signal });
  return true;
}

async function settleAsSent(row: ClaimedMail, { clock }: Context): Promise<boolean> {
  const isToRecipient = row.kind === 'notification' || row.kind === 'message';
  if (isToRecipient && row.messageId && row.deliveryId) await markNotified(row.messageId, row.deliveryId, clock.now());
  return settleMail(row, { state: 'sent' }, clock.now());
}

async function settleFailure(row: ClaimedMail, { code, isFinal }: Failure, context: Context): Promise<void> {
  const now = context.clock.now();
  const dueAt = new Date(now.getTime() + retryDelayMs(row.attempts));
  const isOver = isFinal || dueAt >= row.giveUpAt;
  context.log.warn(
    { kind: row.kind, route: row.route, attempts: row.attempts, code },
    isOver ? 'mail given up' : 'mail postponed',
  );
  await insist(async () => {
    if (!isOver) return postponeMail(row, dueAt, code);
    await tellAuthor(row, context);
    return settleMail(row, { state: 'failed', error: code }, now);
  });
}

const PATIENCE_SECONDS = [1, 2, 5, 10, 30] as const;

/** Does what must be written even if the database is away for a moment: a mail that left must not be sent again for that. */
async function insist<T>(write: () => Promise<T>): Promise<T> {
  for (const seconds of PATIENCE_SECONDS) {
    try {
      return await write();
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      await wait(seconds * 1000, undefined, { ref: false });
    }
  }
  return write();
}
