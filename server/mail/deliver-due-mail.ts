import type { Context } from '../context.ts';
import { claimDueMail, type MailRoute } from '../store/outbox.ts';
import { deliverMail } from './deliver-mail.ts';
import { LEASE_MS } from './hold-lease.ts';

/** Sends what is due on both routes, each mail on a free connection, and answers how many were tried. Calls may overlap: a connection in use
 *  is not free, so that no mail is claimed before it can leave. Ends early when the transports are closed. */
export async function deliverDueMail(context: Context): Promise<number> {
  const [relay, organisation] = await Promise.all([runLane('relay', context), runLane('organisation', context)]);
  return relay + organisation;
}

/** One connection after mail; as long as there is something due, a further lane starts beside it. */
async function runLane(route: MailRoute, context: Context): Promise<number> {
  const transport = context.transports[route];
  const giveBack = transport.takeConnection();
  if (!giveBack) return 0;
  let delivered = 0;
  let further: Promise<number> | null = null;
  try {
    while (!transport.isClosed) {
      const row = await claimDueMail(route, context.clock.now(), LEASE_MS);
      if (!row) break;
      further ??= runLane(route, context);
      // Handled below, and also where this lane fails first.
      further.catch(() => undefined);
      await deliverMail(row, context);
      delivered += 1;
    }
  } finally {
    giveBack();
  }
  return delivered + ((await further) ?? 0);
}
