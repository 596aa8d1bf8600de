import type { Readable } from 'node:stream';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { type Endpoint, type OutputOf, type ParsedInputOf, pathParameters } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type { Context, IncomingFile, OutgoingFile } from '../context.ts';
import { AppError } from '../errors.ts';
import { downloadTurns } from './download-turns.ts';
import { isNestedDeeper } from './is-nested-deeper.ts';
import { receiveFile } from './receive-file.ts';
import { requireOwnOrigin } from './require-own-origin.ts';
import { sendBytes } from './send-bytes.ts';
import type { Who } from './who.ts';

/** What a job does: input and caller in, answer out. Only the job of a file sees a stream. */
export type Job<E extends Endpoint, Caller> = (
  input: ParsedInputOf<E>,
  caller: Caller,
  context: Context,
  file: IncomingFile,
) => Promise<E['answer'] extends 'bytes' ? OutgoingFile : OutputOf<E>>;

/** One row of the table. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly who: Who<unknown>;
  readonly job: Job<Endpoint, never>;
}

/** A row: the endpoint, who may call it, and the function that does it. */
export function route<E extends Endpoint, Caller>(endpoint: E, who: Who<Caller>, job: Job<E, Caller>): Route {
  return { endpoint, who, job: job };
}

const WAITED_MS = 1000;

/** Binds the rows to an Express app: origin, caller and input are checked before a job runs, and its answer is cut to the contract.
 *  Express answers HEAD by what is bound to GET; a file has none, since asking for it may be recorded as a download. */
export function serve(app: Express, routes: readonly Route[], context: Context): void {
  const inTurn = downloadTurns();
  for (const { endpoint, who, job } of routes) {
    const own = requireOwnOrigin(context.config.PUBLIC_ORIGIN);
    const readBody = endpoint.body === 'json' && endpoint.method === 'POST' ? jsonBody(endpoint) : null;
    app[endpoint.method.toLowerCase() as 'get' | 'post' | 'delete'](endpoint.path, own, async (request, response, next) => {
      if (!methodsOf(endpoint).includes(request.method)) return next();
      const caller = await who.identify(request, response, context);
      const bound = {
        endpoint,
        readBody,
        job: (input: unknown, file: IncomingFile) => job(input, caller as never, context, file),
      };
      const send = () => answer(bound, request, response);
      if (endpoint.answer !== 'bytes') return send();
      const askedAt = performance.now();
      await inTurn(caller, endpoint.path, response, async () => {
        // Whoever waited for a turn may have been signed out meanwhile.
        if (performance.now() - askedAt > WAITED_MS) await who.identify(request, response, context);
        await send();
      });
    });
  }
}

/** The methods an endpoint answers. */
export function methodsOf({ method, answer }: Endpoint): string[] {
  return method === 'GET' && answer === 'json' ? ['GET', 'HEAD'] : [method];
}

interface Bound {
  readonly endpoint: Endpoint;
  readonly readBody: RequestHandler | null;
  readonly job: (input: unknown, file: IncomingFile) => Promise<unknown>;
}

async function answer({ endpoint, readBody, job }: Bound, request: Request, response: Response): Promise<void> {
  if (readBody) await runMiddleware(readBody, request, response);
  const input = readInput(endpoint, request);
  const run = (file: IncomingFile) => job(input, file);
  const output = endpoint.body === 'file' ? await receiveFile(request, response, run) : await run(NO_FILE);
  if (endpoint.answer === 'bytes') await sendBytes(output as OutgoingFile, response);
  else response.status(endpoint.status).set('Cache-Control', 'no-store').json(endpoint.output.parse(output));
}

const NO_FILE: IncomingFile = {
  get bytes(): Readable {
    throw new Error('this endpoint takes no file');
  },
  announcedBytes: null,
};

/** Compressed bodies are refused: they could unpack to any size. One that is too large is refused while it arrives; the parser by itself would
 *  answer only when the last byte has come. */
function jsonBody({ maxBytes }: Endpoint): RequestHandler {
  const read = express.json({ limit: maxBytes, inflate: false, strict: true, verify: requireShallow });
  return (request, response, next) => {
    if (!request.is('application/json')) throw new AppError('content_type_not_supported');
    const tooLarge = new AppError('body_too_large', { limit: maxBytes });
    if (Number(request.headers['content-length']) > maxBytes) throw tooLarge;
    let received = 0;
    request.on('data', (piece: Buffer) => {
      received += piece.length;
      if (received > maxBytes) next(tooLarge);
    });
    read(request, response, next);
  };
}

/** What we know has four levels. */
const DEEPEST = 32;

/** Any other encoding would hide from it what is a bracket and what is text. */
function requireShallow(_request: unknown, _response: unknown, json: Buffer, charset: string): void {
  if (charset !== 'utf-8') throw new AppError('content_type_not_supported');
  if (isNestedDeeper(json, DEEPEST)) throw new AppError('invalid_input');
}

function readInput(endpoint: Endpoint, request: Request): unknown {
  const fromQueryOrBody: unknown = endpoint.body === 'file' ? {} : endpoint.method === 'POST' ? request.body : request.query;
  const parsed = endpoint.input.safeParse(merge(endpoint, fromQueryOrBody, request.params));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.')).filter((path) => path !== '');
  throw new AppError('invalid_input', { fields: [...new Set(fields)].slice(0, 20) });
}

/** Path parameters come from the path alone: the same name in a query or a body is an unknown field. */
function merge(endpoint: Endpoint, given: unknown, params: Request['params']): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const names = pathParameters(endpoint.path);
  const doubled = names.find((name) => Object.hasOwn(given, name));
  if (doubled !== undefined) throw new AppError('invalid_input', { fields: [doubled] });
  // Hundreds of thousands of items would hold up everybody else while the schema looks at each.
  const long = Object.entries(given).find(([, value]) => Array.isArray(value) && value.length > limits.listItems);
  if (long) throw new AppError('invalid_input', { fields: [long[0].slice(0, 100)], limit: limits.listItems });
  return { ...given, ...Object.fromEntries(names.map((name) => [name, params[name]])) };
}

function runMiddleware(middleware: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    middleware(request, response, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error('a body reader failed', { cause: error }));
    });
  });
}
