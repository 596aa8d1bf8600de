import { type Endpoint, type InputOf, type OutputOf, fillPath } from './endpoint.ts';
import { type ErrorCode, type ErrorDetails, errorAnswer, isErrorCode } from './errors.ts';

/** What of `fetch` a caller must bring; both browsers and Node have it. */
export type Fetch = (
  address: string,
  request: { method: string; headers: Record<string, string>; body?: string; signal?: unknown; credentials?: 'same-origin' },
) => Promise<{
  readonly status: number;
  readonly ok: boolean;
  readonly headers?: { get(name: string): string | null };
  text(): Promise<string>;
}>;

export interface CallSettings {
  readonly fetch: Fetch;
  /** The server's origin; empty for the page's own. */
  readonly origin: string;
  /** Headers of every request, such as an access token; asked anew each time. */
  readonly headers?: () => Promise<Record<string, string>>;
}

/** `offline`: no answer came, so what was asked may or may not have happened. */
export type FailureCode = ErrorCode | 'offline';

/** Why a call failed. */
export class CallError extends Error {
  readonly code: FailureCode;
  readonly details: ErrorDetails;
  readonly requestId: string | null;

  constructor(code: FailureCode, details: ErrorDetails = {}, requestId: string | null = null) {
    super(code);
    this.code = code;
    this.details = details;
    this.requestId = requestId;
  }
}

export type Call = <E extends Endpoint>(endpoint: E, input: InputOf<E>, signal?: unknown) => Promise<OutputOf<E>>;

/** Makes the function by which a program calls the server: JSON in, JSON out, checked by the contract.
 *  Files go through the upload of `screen/`. @throws CallError */
export function createCall({ fetch, origin, headers }: CallSettings): Call {
  return async (endpoint, input, signal) => {
    const sentHeaders = { accept: 'application/json', ...(headers ? await headers() : {}) };
    const request = requestOf(endpoint, input as Record<string, unknown>);
    const answer = await fetch(origin + request.address, {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: request.body === undefined ? sentHeaders : { ...sentHeaders, 'content-type': 'application/json' },
      ...(request.body === undefined ? {} : { body: request.body }),
      ...(signal === undefined ? {} : { signal }),
    }).catch((cause: unknown) => {
      throw isAbort(cause) ? cause : new CallError('offline');
    });
    const text = await answer.text().catch((cause: unknown) => {
      throw isAbort(cause) ? cause : new CallError('offline');
    });
    if (!answer.ok) throw readFailure(text, answer.headers?.get('retry-after'));
    const output = endpoint.output.safeParse(parseJson(text));
    // A success that is not ours comes from something between, such as the log-in page of a network.
    if (!output.success) throw new CallError('offline');
    return output.data as OutputOf<typeof endpoint>;
  };
}

/** The address below the origin and the JSON body, if any, of a request. */
export function requestOf(endpoint: Endpoint, input: Record<string, unknown>): { address: string; body?: string } {
  const { path, rest } = fillPath(endpoint.path, input);
  if (endpoint.method === 'POST') return { address: path, body: JSON.stringify(rest) };
  const query = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return { address: query === '' ? path : `${path}?${query}` };
}

/** The error in the text of a failed answer; something that is no answer of ours (a proxy's page) counts as `offline`, with the seconds of its
 *  Retry-After header. */
export function readFailure(text: string, retryAfter: string | null = null): CallError {
  const answer = errorAnswer.safeParse(parseJson(text));
  if (!answer.success)
    return new CallError('offline', /^\d+$/.test(retryAfter ?? '') ? { retryAfterSeconds: Number(retryAfter) } : {});
  const { code, requestId, ...details } = answer.data.error;
  return new CallError(isErrorCode(code) ? code : 'unexpected', details, requestId);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isAbort(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError';
}
