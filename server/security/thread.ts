import { Worker } from 'node:worker_threads';
import { inTurns } from './in-turns.ts';

/** A thread that died or was killed before it answered. */
export class ThreadEndedError extends Error {
  override readonly name = 'ThreadEndedError';
}

/** Makes a function that does its work in a thread of its own: `file` answers each message by one, and says once that it has loaded. The thread
 *  starts with the first task, does one after the other, and holds no process up. One that takes longer than `killAfterMs` is killed, and the next
 *  task starts another. Where `mostWaiting` tasks wait already, the next is refused. @throws ThreadEndedError, throttled */
export function inThread<Answer>(file: URL, killAfterMs: number, mostWaiting = Infinity): (task: unknown) => Promise<Answer> {
  const inTurn = inTurns(1, mostWaiting);
  let thread: Promise<Worker> | null = null;
  const begin = () => {
    const started = start(file, () => {
      if (thread === started) thread = null;
    });
    return started;
  };
  const work = async (task: unknown) => {
    const started = (thread ??= begin());
    try {
      return await ask<Answer>(await started, task, killAfterMs);
    } catch (error) {
      thread = null;
      throw error;
    }
  };
  return (task) => inTurn(() => work(task));
}

function ask<Answer>(worker: Worker, task: unknown, killAfterMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.off('message', done).off('exit', fail).off('error', fail);
      settle();
    };
    const done = (answer: Answer) => end(() => resolve(answer));
    const fail = () => {
      end(() => reject(new ThreadEndedError()));
      void worker.terminate();
    };
    const timer = setTimeout(fail, killAfterMs);
    worker.on('message', done).on('exit', fail).on('error', fail);
    worker.postMessage(task);
  });
}

/** Answers once the thread has loaded, so that loading does not count against the first task; tells of its end whenever that is. */
function start(file: URL, onEnded: () => void): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: 512 }, env: {} });
    worker.once('error', reject).once('exit', () => {
      onEnded();
      reject(new ThreadEndedError());
    });
    worker.once('message', () => {
      worker.unref();
      resolve(worker);
    });
  });
}
