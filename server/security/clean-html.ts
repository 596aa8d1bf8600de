import { inTwoThreads, type WorksFor } from './in-two-threads.ts';
import { ThreadEndedError } from './thread.ts';

/** What a worker is asked: which pictures stay: all, those the message brings itself (`cid:`), or none. */
export interface CleaningTask {
  readonly html: string;
  readonly pictures: 'all' | 'inline' | 'none';
}

/** A body that cannot be cleaned: too many bytes or tags, nested too deep, or it took too long. */
export class HtmlNotCleanedError extends Error {
  override readonly name = 'HtmlNotCleanedError';
  /** Whether it held up a thread for as long as anything may. */
  readonly tookTooLong: boolean;

  constructor(why: string, tookTooLong = false) {
    super(why);
    this.tookTooLong = tookTooLong;
  }
}

const MOST_BYTES = 6 * 1024 * 1024;
const MOST_TAGS = 100_000;
const KILL_AFTER_MS = 2000;

/** Answers null for what is nested too deep. */
const clean: (task: CleaningTask, worksFor: WorksFor) => Promise<string | null> = inTwoThreads(
  new URL('./clean-html-worker.ts', import.meta.url),
  KILL_AFTER_MS,
);

/** A body for a mail or another reader, by lists of allowed elements, attributes and styles; done in a thread that is killed after 2 seconds.
 *  @throws HtmlNotCleanedError; throttled where too many requests wait */
export async function cleanHtml(task: CleaningTask, worksFor: WorksFor): Promise<string> {
  requireBounds(task.html);
  const html = await clean(task, worksFor).catch((cause: unknown) => {
    throw cause instanceof ThreadEndedError ? new HtmlNotCleanedError('took too long', true) : cause;
  });
  if (html === null) throw new HtmlNotCleanedError('nested too deep');
  return html;
}

function requireBounds(html: string): void {
  if (Buffer.byteLength(html) > MOST_BYTES) throw new HtmlNotCleanedError('too many bytes');
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    tags += 1;
    if (tags > MOST_TAGS) throw new HtmlNotCleanedError('too many tags');
  }
}
