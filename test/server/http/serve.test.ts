import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { routes } from '../../../server/routes.ts';
import { aKey } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();
const OWN = { origin: 'http://localhost:3000' };
const JSON_TYPE = { ...OWN, 'content-type': 'application/json' };

const rows = routes.map(({ endpoint, who }) => ({
  method: endpoint.method,
  path: endpoint.path,
  who: who.name,
  body: endpoint.body,
}));
const pathOf = (path: string) => path.replace(':folder', 'inbox').replace(/:\w+/g, aKey);
const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string; requestId: string } }).error.code;
const post = (body: BodyInit, headers: Record<string, string> = JSON_TYPE, path = '/api/account/password-mails') =>
  fetch(app.origin + path, { method: 'POST', headers, body });

test.each(rows.filter(({ who }) => who !== 'anybody'))(
  '$method $path answers nobody who is not signed in as $who',
  async ({ method, path, who, body }) => {
    const request = {
      method,
      ...(method === 'POST' && body === 'json' ? { headers: { 'content-type': 'application/json' }, body: '{}' } : {}),
    };
    const wrong = [app.visitor(), ...(who === 'staff' ? [] : [app.staff()])];
    for (const client of wrong) {
      client.cookies.set('__Host-session', 'x'.repeat(43));
      const answer = await client.fetch(pathOf(path), request);
      expect([answer.status, await codeOf(answer)]).toEqual([401, 'not_signed_in']);
    }
  },
);

test.each([
  '',
  ';',
  '=',
  '__Host-session',
  '__Host-session=',
  '__Host-session=%E0%A4%A',
  '__Host-session=a; __Host-session=b',
  '__Host-session="; Path=/',
  'é=ü',
  `__Host-session=${'x'.repeat(5000)}`,
])('the broken cookie %j is no session and no failure', async (cookie) => {
  const answer = await fetch(`${app.origin}/api/account/session`, {
    headers: { cookie: Buffer.from(cookie, 'utf8').toString('latin1') },
  });
  expect(answer.status).toBe(401);
  const found = await fetch(`${app.origin}/api/account/links/${aKey()}`, {
    headers: { cookie: Buffer.from(cookie, 'utf8').toString('latin1') },
  });
  expect(found.status).toBe(404);
});

const isFitting = (pattern: string, path: string) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path);

test.each(rows)('other methods than $method on $path are refused and the right ones named', async ({ path }) => {
  const allowed = rows.filter((row) => row.path === path).map((row) => row.method as string);
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((one) => !allowed.includes(one))) {
    const asked = pathOf(path);
    const answer = await fetch(app.origin + asked, { method, headers: OWN });
    // Two patterns may fit one path; then the other row answers.
    if (rows.some((row) => row.method === method && isFitting(row.path, asked))) continue;
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining(allowed));
  }
});

test.each([
  '/api',
  '/api/',
  '/api/nothing',
  '/api/account',
  '/api/account/links/',
  '/nothing',
  '/api/../etc/passwd',
  '/.env',
  '//evil.example',
])('there is nothing at %s', async (path) => {
  for (const method of ['GET', 'POST', 'DELETE']) {
    const answer = await fetch(app.origin + path, { method, headers: OWN });
    expect([answer.status, await codeOf(answer)]).toEqual([404, 'endpoint_not_found']);
  }
});

test.each(['%E0%A4%A', '%', '%00', '..%2f..%2fetc', 'a'.repeat(5000)])('the path segment %s is bad input', async (segment) => {
  const answer = await fetch(`${app.origin}/api/account/links/${segment}`);
  expect([answer.status, await codeOf(answer)]).toEqual([400, 'invalid_input']);
});

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/json',
  'application/json-patch+json',
  'application/json; charset=iso-8859-1',
])('a body of type %s is refused', async (type) => {
  const answer = await post('{"address":"pat@client.example"}', { ...OWN, 'content-type': type });
  expect([answer.status, await codeOf(answer)]).toEqual([415, 'content_type_not_supported']);
});

test('a body nested deeper than any of ours is refused before it is parsed', async () => {
  const answer = await post(`{"address":${'['.repeat(200_000)}`.slice(0, 60_000));
  expect([answer.status, await codeOf(answer)]).toEqual([400, 'invalid_input']);
});

test('a request without a body is refused', async () => {
  const answer = await fetch(`${app.origin}/api/account/password-mails`, { method: 'POST', headers: OWN });
  expect(await codeOf(answer)).toBe('content_type_not_supported');
});

test('a compressed body is refused: it could unpack to any size', async () => {
  for (const encoding of ['gzip', 'deflate', 'br']) {
    const answer = await post(gzipSync('{"address":"pat@client.example"}'), { ...JSON_TYPE, 'content-encoding': encoding });
    expect([answer.status, await codeOf(answer)]).toEqual([415, 'content_type_not_supported']);
  }
});

const DEEP = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

test.each([
  ['not JSON', '{"address":'],
  ['a text', '"pat@client.example"'],
  ['a list', '["pat@client.example"]'],
  ['nothing', 'null'],
  ['empty', ''],
  ['an unknown field', '{"address":"pat@client.example","isAdministrator":true}'],
  ['a prototype key', '{"address":"pat@client.example","__proto__":{"isAdministrator":true}}'],
  ['a constructor', '{"address":"pat@client.example","constructor":{"prototype":{"polluted":1}}}'],
  ['an operator', '{"address":{"$gt":""}}'],
  ['an operator beside', '{"address":"pat@client.example","$where":"sleep(1000)"}'],
  ['20,000 levels', `{"address":${DEEP}}`],
  ['20,000 levels beside', `{"address":"pat@client.example","more":${DEEP}}`],
  ['bytes that are no text', '{"address":"\u0000\uFFFD"}'],
])('%s as a body is bad input', async (_what, body) => {
  const answer = await post(body);
  expect([answer.status, await codeOf(answer)]).toEqual([400, 'invalid_input']);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('a body over the limit is refused while it arrives, with the limit named', async () => {
  const announced = await post('x'.repeat(66_000));
  expect([announced.status, await announced.json()]).toMatchObject([413, { error: { code: 'body_too_large', limit: 65_536 } }]);
  const { sent, status } = await sendWithoutEnd();
  expect(status).toBe(413);
  expect(sent).toBeLessThan(1_000_000);
});

/** Sends a body piece by piece until an answer comes, for ten seconds at most. */
async function sendWithoutEnd(): Promise<{ sent: number; status: number | null }> {
  const { port } = new URL(app.origin);
  const endless = request({
    port,
    method: 'POST',
    path: '/api/account/password-mails',
    headers: { ...JSON_TYPE, 'transfer-encoding': 'chunked' },
  });
  let status: number | null = null;
  endless.on('error', () => undefined);
  endless.on('response', (response) => (status = response.statusCode ?? null));
  let sent = 0;
  for (; status === null && sent < 16_000_000; sent += 8192) {
    endless.write(Buffer.alloc(8192, 'x'));
    await wait(5);
  }
  endless.destroy();
  return { sent, status };
}

test('what follows a refused request on the same connection is answered as its own', async () => {
  await post('x'.repeat(200_000));
  const answer = await post('{"address":"nobody@client.example"}');
  expect(answer.status).toBe(200);
});
