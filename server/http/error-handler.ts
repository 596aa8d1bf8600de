import type { ErrorRequestHandler, Request } from 'express';
import type { Logger } from 'pino';
import { type ErrorDetails, errorStatus } from '../../contract/errors.ts';
import { AppError, traceOf } from '../errors.ts';
import { isDatabaseAway } from '../store/database.ts';
import { answerEarly } from './answer-early.ts';
import { requestIdOf } from './request-log.ts';

const DATABASE_RETRY_SECONDS = 5;

/** Answers every error as `{error: {code, requestId, ...}}`; what nobody expected is logged with its cause and tells the caller nothing. */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (thrown: unknown, request, response, _next) => {
    const error = asAppError(thrown);
    const requestId = requestIdOf(response);
    if (error.code === 'unexpected') log.error({ requestId, ...traceOf(thrown) }, 'unexpected error');
    if (response.headersSent) return void response.destroy();
    const { retryAfterSeconds } = error.details;
    if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
    response.locals['errorCode'] = error.code;
    response.status(errorStatus[error.code]).set('Cache-Control', 'no-store');
    const body = { error: { code: error.code, requestId, ...error.details } };
    if (isFileStillArriving(request) && !response.destroyed) answerEarly(request, response, body);
    else response.json(body);
  };
}

function isFileStillArriving(request: Request): boolean {
  return !request.complete && request.is('multipart/form-data') === 'multipart/form-data';
}

function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isDatabaseAway(thrown)) return new AppError('database_unavailable', { retryAfterSeconds: DATABASE_RETRY_SECONDS }, thrown);
  return fromBodyParser(thrown) ?? new AppError('unexpected', {}, thrown);
}

/** body-parser and Express name what was wrong with a request in `type` and `status`. */
function fromBodyParser(thrown: unknown): AppError | null {
  if (!(thrown instanceof Error)) return null;
  const { type, limit, status } = thrown as { type?: unknown; limit?: unknown; status?: unknown };
  if (type === 'entity.too.large') return new AppError('body_too_large', details(limit));
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return new AppError('content_type_not_supported');
  return status === 400 ? new AppError('invalid_input') : null;
}

function details(limit: unknown): ErrorDetails {
  return typeof limit === 'number' ? { limit } : {};
}
