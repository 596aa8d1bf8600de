import type { ErrorCode, ErrorDetails } from '../../contract/errors.ts';

/** What a stand-in for the server got asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

type Answer = (asked: Asked) => object | Promise<object>;
/** Answers by `METHOD /path`; a path may end in `*`. */
export type Answers = Record<string, Answer>;

/** What an answer throws to fail as the server does. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** What an answer throws when it is lost on its way. */
export class LostAnswer extends Error {}

/** Takes the place of the server: answers as told; whatever is not told is a session that does not exist. What it got asked is added to the answer. */
export function serve(answers: Answers): Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = async (address, request) => {
    const call = { method: request?.method ?? 'GET', path: String(address), body: parse(request?.body) };
    asked.push(call);
    return answer(call, answers);
  };
  return asked;
}

async function answer(asked: Asked, answers: Answers): Promise<Response> {
  const name = `${asked.method} ${asked.path}`;
  const known =
    answers[name] ??
    Object.entries(answers).find(([pattern]) => pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)))?.[1];
  try {
    // An open message asks for its conversation by itself: where a test tells none, it stands alone.
    if (!known && asked.path.endsWith('/thread')) return Response.json({ entries: [] });
    // A page that stays open asks for news by itself: where a test tells none, there is none to be had.
    if (!known) throw new Refusal(asked.path === '/api/mailbox/news' ? 'database_unavailable' : 'not_signed_in');
    return Response.json(await known(asked));
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    return Response.json({ error: { code: failure.code, requestId: 'request', ...failure.details } }, { status: 400 });
  }
}

const parse = (body: unknown): unknown => (typeof body === 'string' ? JSON.parse(body) : null);
