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
