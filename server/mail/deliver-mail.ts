import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { type ClaimedMail, oweMail, postponeMail, settleMail } from '../store/outbox.ts';
import { addressMail } from './address-mail.ts';
import { composeMail } from './compose-mail.ts';
import type { Foreseen } from './compose-notification.ts';
import { holdLease } from './hold-lease.ts';
import { type Failure, judgeFailure } from './judge-failure.ts';
import { retryDelayMs } from './retry-delay.ts';
import { tellAuthor } from './tell-author.ts';

/** What mails share that leave together. */
interface Together {
  readonly writeSent: (row: ClaimedMail) => Promise<void>;
  readonly foreseen?: Foreseen | undefined;
}

/** Sends one claimed mail. Of one that was sent it answers at once, `settled` as soon as `writeSent` has written that down; every other end is
 *  settled first: given back to be tried again later, or, where it can never arrive, told to its author.
 *  At least once: only a crash, a freeze or a lost answer behind DATA makes a copy, with the same Message-ID. */
export async function deliverMail(
  row: ClaimedMail,
  { writeSent, foreseen }: Together,
  context: Context,
): Promise<{ readonly settled: Promise<void> }> {
  const lease = holdLease(row, context.clock);
  const end = await attempt(row, foreseen, context, lease.signal).catch(judgeFailure);
  const write = () => (end === 'sent' ? writeSent(row) : settle(row, end, context));
  const settled = insist(write, lease.signal).finally(() => lease.release());
  if (end !== 'sent') await settled;
  // Handled by who waits for it, and also where that fails before.
  settled.catch(() => undefined);
  return { settled };
}

function settle(row: ClaimedMail, end: 'cancelled' | Failure, context: Context): Promise<unknown> {
  return end === 'cancelled' ? settleAsCancelled(row, context) : settleFailure(row, end, context);
}

async function attempt(
  row: ClaimedMail,
  foreseen: Foreseen | undefined,
  context: Context,
  signal: AbortSignal,
): Promise<'sent' | 'cancelled'> {
  const mail = await composeMail(row, context, foreseen);
  if (!mail) return 'cancelled';
  await context.transports[row.route].send({ ...addressMail(mail, row, context), signal });
  return 'sent';
}

async function settleAsCancelled(row: ClaimedMail, { clock, log }: Context): Promise<void> {
  await settleMail(row, { state: 'cancelled' }, clock.now());
  log.info({ kind: row.kind, route: row.route, attempts: row.attempts }, 'mail cancelled');
}

async function settleFailure(row: ClaimedMail, { code, isFinal, reason }: Failure, context: Context): Promise<void> {
  const now = context.clock.now();
  const dueAt = new Date(now.getTime() + retryDelayMs(row.attempts));
  const isOver = isFinal || dueAt >= row.giveUpAt;
  if (isOver) {
    await tellAuthor(row, reason, context);
    if (reason === 'too-large') await oweShortCopy(row, context);
    await settleMail(row, { state: 'failed', error: code }, now);
  } else await postponeMail(row, dueAt, code);
  const facts = { kind: row.kind, route: row.route, attempts: row.attempts, code };
  context.log.warn(facts, isOver ? 'mail given up' : 'mail postponed');
}

/** A copy that the server took for too large, whatever its limit was said to be, is owed once more without its files. */
async function oweShortCopy(row: ClaimedMail, { clock }: Context): Promise<void> {
  const { _id, kind, route, address, messageId, deliveryId, isShort } = row;
  if ((kind !== 'copy' && kind !== 'archive-copy') || isShort || !messageId) return;
  const about = { messageId, ...(deliveryId === undefined ? {} : { deliveryId }) };
  await oweMail({ _id: `${_id}:short`, kind, route, address, ...about, isShort: true }, clock.now());
}

const PATIENCE_SECONDS = [1, 2, 5, 10] as const;
const LONGEST_PATIENCE_SECONDS = 30;

/** Does what must be written, for as long as the lease is ours: a mail that left must not be sent again because the database was away.
 *  @throws the last error once `signal` says that the lease is lost */
async function insist(write: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (signal.aborted) throw error;
      await wait((PATIENCE_SECONDS[tries] ?? LONGEST_PATIENCE_SECONDS) * 1000, undefined, { ref: false });
    }
  }
}
