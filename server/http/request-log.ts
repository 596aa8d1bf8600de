import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { randomId } from '../security/random-id.ts';

/** The id by which an answer and its log line are found together. */
export function requestIdOf(response: Response): string {
  const id: unknown = response.locals['requestId'];
  return typeof id === 'string' ? id : '';
}

/** Gives each request an id and logs its end: method, the route's pattern (never the address with its ids), status, duration in ms. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    response.locals['requestId'] = randomId();
    const startedAt = performance.now();
    response.once('close', () => {
      const route = request.route as { path?: unknown } | undefined;
      log.info(
        {
          requestId: requestIdOf(response),
          method: request.method,
          route: typeof route?.path === 'string' ? route.path : null,
          status: response.statusCode,
          code: response.locals['errorCode'] as unknown,
          isComplete: response.writableFinished,
          durationMs: Math.round(performance.now() - startedAt),
        },
        'request',
      );
    });
    next();
  };
}
