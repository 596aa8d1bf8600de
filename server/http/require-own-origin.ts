import type { RequestHandler } from 'express';
import { AppError } from '../errors.ts';

/** Lets a request that may change something pass only when it comes from our own pages: the Origin must be ours, and where a browser
 *  sends none, Sec-Fetch-Site must say `same-origin` (OWASP: verifying origin with standard headers). @throws foreign_origin */
export function requireOwnOrigin(publicOrigin: string): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    const origin = request.get('origin');
    const isOwn = origin === undefined ? request.get('sec-fetch-site') === 'same-origin' : origin === publicOrigin;
    if (!isOwn) throw new AppError('foreign_origin');
    next();
  };
}
