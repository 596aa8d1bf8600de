import type { RequestHandler } from 'express';
import { limits } from '../../contract/limits.ts';

const WITHIN_MS = 60_000;
/** 0.4 Mbit/s, the slowest line that we count on. */
const BYTES_IN_A_MS = 50;

/** Cuts a connection whose request body is not whole within a minute and what its length takes on a slow line. A form that is posted has the server's
 *  own, longer time: it is read only once its sender is known, and where nobody reads it its connection ends soon. */
export function requireBodyInTime(withinMs = WITHIN_MS): RequestHandler {
  return (request, _response, next) => {
    const announced = Number(request.headers['content-length'] ?? limits.messageRequestBytes);
    const hasBody = request.headers['transfer-encoding'] !== undefined || request.headers['content-length'] !== undefined;
    const isForm = request.method === 'POST' && request.is('multipart/form-data') === 'multipart/form-data';
    if (!hasBody || isForm) return next();
    const wholeWithinMs = withinMs + Math.min(announced, limits.messageRequestBytes) / BYTES_IN_A_MS;
    const timer = setTimeout(() => {
      if (!request.complete) request.socket.destroy();
    }, wholeWithinMs).unref();
    request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
    next();
  };
}
