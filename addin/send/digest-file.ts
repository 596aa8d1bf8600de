import { withResolvers } from '../with-resolvers.ts';
import { hexDigestOf } from './digest-of.ts';

export interface DigestedFile {
  /** Of the media type asked for; kept by the browser outside of the page's memory. */
  readonly content: Blob;
  /** In lower-case hex. */
  readonly sha256: string;
}

type Answer = (DigestedFile & { readonly id: number }) | { readonly id: number; readonly failure: string };

const waiting = new Map<number, PromiseWithResolvers<DigestedFile>>();
/** null: this Outlook has no threads for pages; undefined: nobody has asked yet. */
let worker: Worker | null | undefined;
let lastId = 0;

/** Computes a file's SHA-256 and hands it to the browser, in a thread of its own, for both copy all of it at once; where there is none, here.
 *  The bytes belong to that thread afterwards, also when it fails; from then on it is done here. */
export async function digestFile(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<DigestedFile> {
  if (worker === undefined) worker = startWorker();
  if (!worker) return { sha256: await hexDigestOf(bytes), content: new Blob([bytes], { type }) };
  lastId += 1;
  const answer = withResolvers<DigestedFile>();
  waiting.set(lastId, answer);
  worker.postMessage({ id: lastId, bytes, type }, [bytes.buffer]);
  return answer.promise;
}

function startWorker(): Worker | null {
  if (typeof Worker === 'undefined') return null;
  let started: Worker;
  try {
    started = new Worker(new URL('./digest-worker.ts', import.meta.url));
  } catch {
    // A host may forbid threads.
    return null;
  }
  started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('failure' in data) asked?.reject(new Error(data.failure));
    else asked?.resolve(data);
  });
  started.addEventListener('error', () => {
    waiting.forEach(({ reject }) => reject(new Error('The thread for files does not run.')));
    waiting.clear();
    worker = null;
  });
  return started;
}
