import { CallError } from '../contract/call.ts';

/** A part of the page that is fetched with its first use; where it could not be fetched it is tried again with the next.
 *  What it gives back throws CallError offline. */
export function laterPart<T>(fetchPart: () => Promise<T>): () => Promise<T> {
  let part: Promise<T> | null = null;
  return () =>
    (part ??= fetchPart().catch(() => {
      part = null;
      throw new CallError('offline');
    }));
}
