import type { ErrorCode, ErrorDetails } from '../contract/errors.ts';

/** A failure that the caller is told by its code; everything else that is thrown is answered as `unexpected`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** Where an error came from without what it said: messages of libraries quote content. */
export function traceOf(thrown: unknown): { error: string; at: string[] } {
  if (!(thrown instanceof Error)) return { error: typeof thrown, at: [] };
  const { stack = '', message } = thrown;
  // The message stands before the frames and may look like them.
  const trace = stack.slice(Math.max(0, stack.indexOf(message)) + message.length);
  const frames = trace.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return { error: thrown.name, at: frames.slice(0, 12).map((frame) => frame.trim()) };
}
