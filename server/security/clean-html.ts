import { ThreadEndedError, inThread } from './thread.ts';

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

const clean: (task: CleaningTask) => Promise<string> = inThread(
  new URL('./clean-html-worker.ts', import.meta.url),
  KILL_AFTER_MS,
);

/** A body for a mail or another reader, by lists of allowed elements, attributes and styles; done in a thread that is killed after 2 seconds.
 *  @throws HtmlNotCleanedError */
export async function cleanHtml(task: CleaningTask): Promise<string> {
  requireBounds(task.html);
  return clean(task).catch((cause: unknown) => {
    throw cause instanceof ThreadEndedError ? new HtmlNotCleanedError('took too long') : cause;
  });
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
