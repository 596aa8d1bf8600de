import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from './context.ts';
import { purgeDeleted } from './expire/purge-deleted.ts';
import { oweReminders } from './expire/owe-reminders.ts';
import { purgeMessages } from './expire/purge-messages.ts';
import { sweepDrafts } from './expire/sweep-drafts.ts';
import { sweepSecrets } from './expire/sweep-secrets.ts';
import { sweepUploads } from './expire/sweep-uploads.ts';
import { collectDroppedBounces } from './bounce/collect-dropped-bounces.ts';
import { traceOf } from './errors.ts';
import { deliverDueMail } from './mail/deliver-due-mail.ts';
import { projectMessage } from './message/project-message.ts';
import { listProjectionOwed, type OwedProjection } from './store/messages.ts';
import { bringForwardMails } from './store/outbox-batches.ts';

const LOOK_EVERY_MS = 1_000;
const STOP_WITHIN_MS = 20_000;
const SWEEP_EVERY_MS = 60_000;
const COLLECT_EVERY_MS = 5_000;
/** Messages read in one go. */
const BATCH = 50;

/** The loops behind the server. `wake` makes them look now; `stop` ends them after the step under way. */
export interface Worker {
  wake(): void;
  stop(): Promise<void>;
}

/** Starts the loops: project accepted messages, deliver due mail, collect reports about mails, sweep once a minute. A step that fails is tried again on the next round. */
export function startWorker(context: Context): Worker {
  const deliveries = new Set<Promise<void>>();
  // A slow mail server holds its own connections, never the next look: rounds of delivery overlap, on connections that are free.
  const deliver = repeat(LOOK_EVERY_MS, async () => {
    const round = attempt(context, 'deliver', () => deliverDueMail(context)).finally(() => deliveries.delete(round));
    deliveries.add(round);
  });
  const project = repeat(LOOK_EVERY_MS, async () => {
    await attempt(context, 'project', () => projectOwed(context));
    deliver.wake();
  });
  const sweeping = repeat(SWEEP_EVERY_MS, () => sweep(context));
  const collecting = repeat(COLLECT_EVERY_MS, () => attempt(context, 'collect reports', () => collectDroppedBounces(context)));
  return {
    wake: () => project.wake(),
    stop: async () => {
      await Promise.all([project.stop(), deliver.stop(), sweeping.stop(), collecting.stop()]);
      context.transports.close();
      // A mail server that trickles its answers must not hold up the stop; what was cut off is tried again when its lease ends.
      await Promise.race([Promise.all(deliveries), wait(STOP_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}

/** Projects every message that is owed it; those that fail do not hold up the others, however many they are. */
export async function projectOwed(context: Context): Promise<void> {
  let owed: readonly OwedProjection[] = [];
  do {
    owed = await listProjectionOwed(BATCH, owed.at(-1) ?? null);
    for (const { _id } of owed) await attempt(context, 'project', () => projectMessage(_id, context));
  } while (owed.length === BATCH);
}

/** Removes what nothing will ever need again and owes what is due by the clock; one kind that fails does not hold up the others. */
export async function sweep(context: Context): Promise<void> {
  await attempt(context, 'bring mails forward', () => bringForwardMails(context.clock.now()));
  await attempt(context, 'sweep drafts', () => sweepDrafts(context));
  await attempt(context, 'sweep uploads', () => sweepUploads(context));
  await attempt(context, 'sweep secrets', () => sweepSecrets(context));
  await attempt(context, 'purge deleted', () => purgeDeleted(context));
  await attempt(context, 'owe reminders', () => oweReminders(context));
  await attempt(context, 'purge messages', () => purgeMessages(context));
}

/** Does `work` again and again, `everyMs` after its last end, or at once when woken; a wake during the work counts afterwards. */
function repeat(everyMs: number, work: () => Promise<void>): Worker {
  const stopping = new AbortController();
  let wakes = 0;
  let endPause: () => void = () => undefined;
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      const wakesBefore = wakes;
      await work();
      if (wakes === wakesBefore) await pause();
    }
  })();
  const wake = () => {
    wakes += 1;
    endPause();
  };
  return {
    wake,
    stop: async () => {
      stopping.abort();
      wake();
      await loop;
    },
  };
}

async function attempt({ log }: Context, step: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn({ step, ...traceOf(error) }, 'a step of the worker failed and will be tried again');
  }
}
