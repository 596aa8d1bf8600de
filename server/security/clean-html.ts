import { Worker } from 'node:worker_threads';

/** What a worker is asked: which pictures stay: all, those the message brings itself (`cid:`), or none. */
export interface CleaningTask {
  readonly html: string;
  readonly pictures: 'all' | 'inline' | 'none';
}

/** A body that cannot be cleaned: too many bytes or tags, nested too deep, or it took too long. */
export class HtmlNotCleanedError extends Error {
  override readonly name = 'HtmlNotCleanedError';
}

const MOST_BYTES = 6 * 1024 * 1024;
const MOST_TAGS = 100_000;
const DEEPEST = 200;
const KILL_AFTER_MS = 2000;

/** Never counted as depth: they have no end, or their end may be left out. */
const FLAT = new Set(
  'area br col embed hr img input link meta param source track wbr p li td th tr dd dt option body html head'.split(' '),
);

/** One thread for all; it loads once and does one body after the other. */
let worker: Promise<Worker> | null = null;
let last: Promise<unknown> = Promise.resolve();

/** A body for a mail or another reader, by lists of allowed elements, attributes and styles; done in a thread that is killed after 2 seconds.
 *  @throws HtmlNotCleanedError */
export async function cleanHtml(task: CleaningTask): Promise<string> {
  requireBounds(task.html);
  const turn = last.then(() => inWorker(task));
  last = turn.catch(() => undefined);
  return turn;
}

function requireBounds(html: string): void {
  if (Buffer.byteLength(html) > MOST_BYTES) throw new HtmlNotCleanedError('too many bytes');
  let tags = 0;
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,30})/gi)) {
    tags += 1;
    if (tags > MOST_TAGS) throw new HtmlNotCleanedError('too many tags');
    if (FLAT.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (slash === '/' ? -1 : 1));
    if (depth > DEEPEST) throw new HtmlNotCleanedError('nested too deep');
  }
}

async function inWorker(task: CleaningTask): Promise<string> {
  const current = await (worker ??= startWorker());
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      current.off('message', done).off('exit', fail).off('error', fail);
      settle();
    };
    const done = (html: string) => end(() => resolve(html));
    const fail = () => {
      worker = null;
      end(() => reject(new HtmlNotCleanedError('took too long')));
      void current.terminate();
    };
    const timer = setTimeout(fail, KILL_AFTER_MS);
    current.on('message', done).on('exit', fail).on('error', fail);
    current.postMessage(task);
  });
}

/** Answers once the thread has loaded, so that loading does not count against the first body. */
function startWorker(): Promise<Worker> {
  const file = new URL('./clean-html-worker.ts', import.meta.url);
  const started = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: 512 }, env: {} });
  const ready = new Promise<Worker>((resolve, reject) => {
    const forget = (error?: unknown) => {
      if (worker === ready) worker = null;
      reject(error instanceof Error ? error : new HtmlNotCleanedError('the thread ended'));
    };
    started.once('error', forget).once('exit', forget);
    started.once('message', () => {
      started.unref();
      resolve(started);
    });
  });
  return ready;
}
