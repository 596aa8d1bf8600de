import type { Context } from './context.ts';
import { sweepSecrets } from './expire/sweep-secrets.ts';
import { sweepUploads } from './expire/sweep-uploads.ts';
import { traceOf } from './http/error-handler.ts';
import { deliverDueMail } from './mail/deliver-due-mail.ts';
import { projectMessage } from './message/project-message.ts';
import { listProjectionOwed } from './store/messages.ts';

const PAUSE_MS = 1_000;
const SWEEP_EVERY_MS = 60_000;
/** Messages projected in one go. */
const BATCH = 50;

/** The loop behind the server. `wake` makes it look now; `stop` ends it after the step under way. */
export interface Worker {
  wake(): void;
  stop(): Promise<void>;
}

/** Starts the loop: project accepted messages, deliver due mail, sweep once a minute. A step that fails is tried again on the next round. */
export function startWorker(context: Context): Worker {
  let isStopping = false;
  let isWoken = false;
  let endPause: () => void = () => undefined;
  let nextSweepAt = 0;

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, isWoken ? 0 : PAUSE_MS);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const round = async () => {
    isWoken = false;
    await attempt(context, 'project', () => projectOwed(context));
    await attempt(context, 'deliver', () => deliverDueMail(context));
    if (performance.now() < nextSweepAt) return;
    nextSweepAt = performance.now() + SWEEP_EVERY_MS;
    await attempt(context, 'sweep', () => sweep(context));
  };

  const loop = (async () => {
    while (!isStopping) {
      await round();
      if (!isStopping) await pause();
    }
  })();

  return {
    wake: () => {
      isWoken = true;
      endPause();
    },
    stop: async () => {
      isStopping = true;
      endPause();
      await loop;
    },
  };
}

/** Projects every message that is owed it; one that fails does not hold up the others. */
export async function projectOwed(context: Context): Promise<void> {
  const owed = await listProjectionOwed(BATCH);
  for (const messageId of owed) await attempt(context, 'project', () => projectMessage(messageId, context));
}

/** Removes what nothing will ever need again. */
export async function sweep(context: Context): Promise<void> {
  await sweepUploads(context);
  await sweepSecrets(context);
}

async function attempt({ log }: Context, step: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn({ step, ...traceOf(error) }, 'a step of the worker failed and will be tried again');
  }
}
