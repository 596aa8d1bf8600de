import type { Context } from '../context.ts';
import { inTurns } from '../security/in-turns.ts';
import { markNotified } from '../store/messages.ts';
import { claimDueMails, giveBackMails, settleSentMails } from '../store/outbox-batches.ts';
import { claimDueMail, type ClaimedMail, type MailRoute } from '../store/outbox.ts';
import { foresee } from './compose-notification.ts';
import { deliverMail } from './deliver-mail.ts';
import { LEASE_MS } from './hold-lease.ts';
import type { MailTransport } from './transports.ts';
import { writeTogether } from './write-together.ts';

/** Mails to the world are small and alike. Those of the organisation's route can be large, and nobody shall wait behind one. */
const MOST_AT_ONCE: Readonly<Record<MailRoute, number>> = { relay: 32, organisation: 1 };
/** As many are claimed together as should leave within this time. */
const TOGETHER_MS = 1000;
/** What has not left by then is given back: far less than a lease. */
const LONGEST_TOGETHER_MS = 2 * TOGETHER_MS;

interface Round {
  readonly context: Context;
  readonly writeSent: (row: ClaimedMail) => Promise<void>;
  /** One claim at a time, else all would reach for the same mails. */
  readonly claimInTurn: ReturnType<typeof inTurns>;
}

/** Sends what is due on both routes, each mail on a free connection, and answers how many were tried. Calls may overlap: a connection in use
 *  is not free. A connection claims one mail, and while the server takes them quickly, more at a time. Ends early when the transports are closed. */
export async function deliverDueMail(context: Context): Promise<number> {
  const round = {
    context,
    writeSent: writeTogether((rows: readonly ClaimedMail[]) => settle(rows, context)),
    claimInTurn: inTurns(1),
  };
  const [relay, organisation] = await Promise.all([runLane('relay', round), runLane('organisation', round)]);
  return relay + organisation;
}

/** One connection after mail; as long as there is something due, a further lane starts beside it. */
async function runLane(route: MailRoute, round: Round): Promise<number> {
  const transport = round.context.transports[route];
  const giveBack = transport.takeConnection();
  if (!giveBack) return 0;
  let delivered = 0;
  let atOnce = 1;
  let further: Promise<number> | null = null;
  let written: Promise<unknown> = Promise.resolve();
  try {
    while (!transport.isClosed) {
      const claimedAt = performance.now();
      const rows = await claim(route, atOnce, round);
      if (rows.length === 0) break;
      further ??= runLane(route, round);
      // Handled below, and also where this lane fails first.
      further.catch(() => undefined);
      const { tried, settled } = await deliverWhileQuick(rows, claimedAt, transport, round);
      delivered += tried;
      // While these are written down the next may leave, and no more than those.
      await written;
      written = settled;
      const msEach = (performance.now() - claimedAt) / tried;
      atOnce = Math.max(1, Math.min(Math.floor(TOGETHER_MS / msEach), MOST_AT_ONCE[route]));
    }
  } finally {
    giveBack();
  }
  await written;
  return delivered + ((await further) ?? 0);
}

async function claim(route: MailRoute, atOnce: number, { context, claimInTurn }: Round): Promise<readonly ClaimedMail[]> {
  const now = context.clock.now();
  if (atOnce > 1) return claimInTurn(() => claimDueMails(route, atOnce, { now, leaseMs: LEASE_MS }));
  const row = await claimDueMail(route, now, LEASE_MS);
  return row ? [row] : [];
}

/** Sends mails claimed together, one after the other, and answers how many were tried; the rest is given back once it takes too long. */
async function deliverWhileQuick(
  rows: readonly ClaimedMail[],
  claimedAt: number,
  transport: MailTransport,
  { context, writeSent }: Round,
): Promise<{ readonly tried: number; readonly settled: Promise<unknown> }> {
  const settlements: Promise<void>[] = [];
  const foreseen = rows.length > 1 ? await foresee(rows) : undefined;
  let begun = 0;
  const ending = new AbortController();
  const giveBackRest = async () => {
    if (ending.signal.aborted) return;
    ending.abort();
    await giveBackMails(rows.slice(begun), context.clock.now());
  };
  // A server that falls silent over one mail keeps none of the others.
  const late = setTimeout(
    () => void giveBackRest().catch(() => undefined),
    LONGEST_TOGETHER_MS - (performance.now() - claimedAt),
  );
  try {
    for (const row of rows) {
      if (begun > 0 && (transport.isClosed || ending.signal.aborted)) break;
      begun += 1;
      settlements.push((await deliverMail(row, { writeSent, foreseen }, context)).settled);
    }
  } finally {
    clearTimeout(late);
  }
  await giveBackRest();
  const settled = Promise.all(settlements);
  // Handled by who waits for it, and also where that fails before.
  settled.catch(() => undefined);
  return { tried: settlements.length, settled };
}

async function settle(rows: readonly ClaimedMail[], { clock, log }: Context): Promise<void> {
  const now = clock.now();
  await markNotified(rows.flatMap(notifiedBy), now);
  await settleSentMails(rows, now);
  for (const { kind, route, attempts } of rows) log.info({ kind, route, attempts }, 'mail sent');
}

function notifiedBy({ kind, messageId, deliveryId }: ClaimedMail) {
  const isToRecipient = kind === 'notification' || kind === 'message';
  return isToRecipient && messageId && deliveryId ? [{ messageId, deliveryId }] : [];
}
