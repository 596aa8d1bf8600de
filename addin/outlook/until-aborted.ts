import { withResolvers } from '../with-resolvers.ts';

/** The answer, unless `signal` ends the waiting for it; what comes later is dropped. @throws an AbortError once `signal` says so */
export async function untilAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  const ended = withResolvers<never>();
  const end = () => ended.reject(signal.reason as Error);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  try {
    return await Promise.race([ended.promise, answer]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}
