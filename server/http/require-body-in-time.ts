import type { RequestHandler } from 'express';
import { limits } from '../../contract/limits.ts';

const WITHIN_MS = 60_000;
/** 0.4 Mbit/s, the slowest line that we count on. */
const BYTES_IN_A_MS = 50;

/** Cuts a connection whose request body is not whole within a minute and what its length takes on a slow line. A form with a file has the server's
 *  own, longer time: who sends one is known already. */
export function requireBodyInTime(withinMs = WITHIN_MS): RequestHandler {
  return (request, _response, next) => {
    const announced = Number(request.headers['content-length'] ?? limits.messageRequestBytes);
    const hasBody = request.headers['transfer-encoding'] !== undefined || request.headers['content-length'] !== undefined;
    if (!hasBody || request.is('multipart/form-data') === 'multipart/form-data') return next();
    const wholeWithinMs = withinMs + Math.min(announced, limits.messageRequestBytes) / BYTES_IN_A_MS;
    const timer = setTimeout(() => {
      if (!request.complete) request.socket.destroy();
    }, wholeWithinMs).unref();
    request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
    next();
  };
}
