import { type RequestHandler, Router } from 'express';
import { AppError } from '../errors.ts';
import { methodsOf, type Route } from './serve.ts';

/** Answers a known path under a method it does not have with 405 and `Allow` (RFC 9110, 15.5.6); mounted at `/api`, after the endpoints. */
export function refuseOtherMethods(routes: readonly Route[]): RequestHandler {
  const router = Router();
  const methodsByPath = new Map<string, string[]>();
  for (const { endpoint } of routes)
    methodsByPath.set(endpoint.path, [...(methodsByPath.get(endpoint.path) ?? []), ...methodsOf(endpoint)]);
  for (const [path, methods] of methodsByPath) {
    router.all(path.slice('/api'.length), (_request, response) => {
      response.set('Allow', methods.join(', '));
      throw new AppError('method_not_allowed');
    });
  }
  return router;
}
