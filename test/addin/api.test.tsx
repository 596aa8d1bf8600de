import { afterEach, expect, jest, test } from '@jest/globals';
import { createApi } from '../../addin/api.ts';
import type { TokenWish } from '../../addin/outlook/sign-in.ts';
import { findSend } from '../../contract/send.ts';
import { listSent } from '../../contract/track.ts';

const { fetch: realFetch } = globalThis;
afterEach(() => {
  globalThis.fetch = realFetch;
});

function serverThat(answers: (token: string) => { status: number; body: object }): string[] {
  const tokens: string[] = [];
  globalThis.fetch = async (_address, request) => {
    const token = new Headers(request?.headers).get('authorization') ?? '';
    tokens.push(token);
    const { status, body } = answers(token);
    return new Response(JSON.stringify(body), { status });
  };
  return tokens;
}

const tokenExpired = { status: 401, body: { error: { code: 'token_expired', requestId: 'r' } } };
const getAccessToken = async (wish?: string) => (wish === 'fresh' ? 'fresh' : 'old');

test('a token that the server finds too old is fetched anew, once', async () => {
  const tokens = serverThat((token) => (token === 'Bearer fresh' ? { status: 200, body: { accepted: null } } : tokenExpired));
  await expect(createApi(getAccessToken).call(findSend, { sendKey: 'k' })).resolves.toEqual({ accepted: null });
  expect(tokens).toEqual(['Bearer old', 'Bearer fresh']);
});

test('a person whom the server does not let in is not asked for tokens without end', async () => {
  const tokens = serverThat(() => tokenExpired);
  await expect(createApi(getAccessToken).call(findSend, { sendKey: 'k' })).rejects.toMatchObject({ code: 'token_expired' });
  expect(tokens).toHaveLength(2);
});

test('a token that something else has renewed meanwhile is taken, and nobody is asked a second time', async () => {
  const tokens = serverThat((token) => (token === 'Bearer new' ? { status: 200, body: { accepted: null } } : tokenExpired));
  const wishes: string[] = [];
  const renewed = async (wish: TokenWish = 'kept', isQuiet = false) => {
    wishes.push(`${wish} ${isQuiet}`);
    return wishes.length === 1 ? 'old' : 'new';
  };
  await createApi(renewed).callQuietly(findSend, { sendKey: 'k' });
  expect(tokens).toEqual(['Bearer old', 'Bearer new']);
  expect(wishes).toEqual(['kept true', 'kept true']);
});

/** A server that never answers; it tells how each request ended. */
function silentServer(): string[] {
  const ends: string[] = [];
  globalThis.fetch = (_address, request) =>
    new Promise((_resolve, reject) => {
      const { signal } = request ?? {};
      const end = () => {
        ends.push((signal?.reason as Error).name);
        reject(signal?.reason as Error);
      };
      if (signal?.aborted) end();
      else signal?.addEventListener('abort', end);
    });
  return ends;
}

test('the patience for an answer begins once somebody is signed in, however long that took', async () => {
  const ends = silentServer();
  let signIn = (_token: string): void => undefined;
  const slowly = () => new Promise<string>((resolve) => (signIn = resolve));
  const timer = jest.spyOn(AbortSignal, 'timeout');
  const asking = createApi(slowly).call(findSend, { sendKey: 'k' }, { patienceMs: 20 });
  const isAsked = expect(asking).rejects.toMatchObject({ code: 'offline' });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(timer).not.toHaveBeenCalled();
  signIn('token');
  await isAsked;
  timer.mockRestore();
  expect(ends).toEqual(['TimeoutError']);
});

test('a question that a newer one may end has an end of its own as well', async () => {
  const ends = silentServer();
  const { call } = createApi(getAccessToken);
  const newer = new AbortController();
  await expect(call(listSent, {}, { signal: newer.signal, patienceMs: 20 })).rejects.toMatchObject({ code: 'offline' });
  const asking = call(listSent, {}, { signal: newer.signal });
  newer.abort();
  await expect(asking).rejects.toBeDefined();
  expect(ends).toEqual(['TimeoutError', 'AbortError']);
});
