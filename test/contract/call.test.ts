import { expect, test } from '@jest/globals';
import * as account from '../../contract/account.ts';
import { CallError, createCall, type Fetch, requestOf } from '../../contract/call.ts';
import { fillPath, pathParameters } from '../../contract/endpoint.ts';
import * as mailbox from '../../contract/mailbox.ts';
import * as send from '../../contract/send.ts';

const ID = 'aaaaaaaaaaaaaaaaaaaaaa';
const answering =
  (status: number, text: string): Fetch =>
  () =>
    Promise.resolve({ status, ok: status < 400, text: () => Promise.resolve(text) });
const callWith = (fetch: Fetch) => createCall({ fetch, origin: 'https://secure.harbour.example' });
const failureOf = (fetch: Fetch) =>
  callWith(fetch)(account.findLink, { deliveryId: ID }).then(
    () => null,
    (error: unknown) => error,
  );

test('path parameters go into the path, the rest into the query or the body', () => {
  expect(requestOf(mailbox.listDeliveries, { folder: 'inbox', cursor: 'a&b=c' })).toEqual({
    address: '/api/mailbox/inbox/deliveries?cursor=a%26b%3Dc',
  });
  expect(requestOf(mailbox.listDeliveries, { folder: 'inbox', cursor: undefined })).toEqual({
    address: '/api/mailbox/inbox/deliveries',
  });
  expect(requestOf(mailbox.openMessage, { deliveryId: ID })).toEqual({
    address: `/api/mailbox/deliveries/${ID}/open`,
    body: '{}',
  });
  expect(requestOf(send.discardUpload, { uploadId: ID })).toEqual({ address: `/api/send/attachments/${ID}` });
});

test('a parameter cannot leave its place in the path', () => {
  expect(fillPath('/api/a/:b/c', { b: '../x?y#z' }).path).toBe('/api/a/..%2Fx%3Fy%23z/c');
  expect(pathParameters('/api/a/:b/:c')).toEqual(['b', 'c']);
});

test('an answer is cut to what the contract promises', async () => {
  const found = await callWith(
    answering(200, JSON.stringify({ shortAddress: 'p', isEnrolled: true, enrolsBy: 'link', isSignedIn: false, secret: 'x' })),
  )(account.findLink, { deliveryId: ID });
  expect(found).toEqual({ shortAddress: 'p', isEnrolled: true, enrolsBy: 'link', isSignedIn: false });
});

test('an error carries its code, its details and the id of the request', async () => {
  const body = { error: { code: 'throttled', requestId: 'r', retryAfterSeconds: 15 } };
  expect(await failureOf(answering(429, JSON.stringify(body)))).toMatchObject({
    code: 'throttled',
    requestId: 'r',
    details: { retryAfterSeconds: 15 },
  });
});

test.each([
  ['a code that this page does not know', 500, '{"error":{"code":"new_code","requestId":"r"}}', 'unexpected'],
  ['a key of Object as a code', 500, '{"error":{"code":"constructor","requestId":"r"}}', 'unexpected'],
  ['the error page of a proxy', 502, '<html>Bad gateway</html>', 'offline'],
  ['a log-in page of a network that answers 200', 200, '<html>Welcome to our network</html>', 'offline'],
  ['a success of something else', 200, '{"ok":true}', 'offline'],
  ['an empty answer', 200, '', 'offline'],
])('%s is told apart', async (_what, status, text, code) => {
  const failure = await failureOf(answering(status, text));
  expect(failure).toBeInstanceOf(CallError);
  expect(failure).toMatchObject({ code });
});

test('no network, or one that breaks in the middle of an answer, is offline', async () => {
  expect(await failureOf(() => Promise.reject(new TypeError('Failed to fetch')))).toMatchObject({ code: 'offline' });
  expect(
    await failureOf(() => Promise.resolve({ status: 200, ok: true, text: () => Promise.reject(new TypeError('broken')) })),
  ).toMatchObject({ code: 'offline' });
});

test('what the page itself stopped is no failure of the network', async () => {
  const stopped = Object.assign(new Error('stopped'), { name: 'AbortError' });
  expect(await failureOf(() => Promise.reject(stopped))).toBe(stopped);
  expect(await failureOf(() => Promise.resolve({ status: 200, ok: true, text: () => Promise.reject(stopped) }))).toBe(stopped);
});

test('headers such as a token are asked for anew at each call', async () => {
  let asked = 0;
  const seen: string[] = [];
  const call = createCall({
    origin: '',
    headers: () => Promise.resolve({ authorization: `Bearer ${(asked += 1)}` }),
    fetch: (_address, { headers }) => {
      seen.push(headers['authorization'] ?? '');
      return Promise.resolve({ status: 200, ok: true, text: () => Promise.resolve('{}') });
    },
  });
  await call(account.signOut, {});
  await call(account.signOut, {});
  expect(seen).toEqual(['Bearer 1', 'Bearer 2']);
});

test('something between that asks to come again later is heard', async () => {
  const headers = { get: (name: string) => (name === 'retry-after' ? '7' : null) };
  const busy: Fetch = () => Promise.resolve({ status: 503, ok: false, headers, text: () => Promise.resolve('<h1>Busy</h1>') });
  expect(await failureOf(busy)).toMatchObject({ code: 'offline', details: { retryAfterSeconds: 7 } });
  const byDate: Fetch = () =>
    busy('', { method: 'GET', headers: {} }).then((answer) => ({ ...answer, headers: { get: () => 'Sun' } }));
  expect(await failureOf(byDate)).toMatchObject({ code: 'offline', details: {} });
});
