import { expect, test } from '@jest/globals';
import { routes } from '../../../server/routes.ts';
import { aKey } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();

const changing = routes.map(({ endpoint }) => endpoint).filter(({ method }) => method !== 'GET');
const foreign: [string, Record<string, string>][] = [
  ['another site', { origin: 'https://evil.example' }],
  ['the same host on another port', { origin: 'http://localhost:3001' }],
  ['the same host over https', { origin: 'https://localhost:3000' }],
  ['a longer name', { origin: 'http://localhost:3000.evil.example' }],
  ['an opaque origin', { origin: 'null' }],
  ['a foreign Origin that claims to be the same site', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
  ['no Origin, from another site', { 'sec-fetch-site': 'cross-site' }],
  ['no Origin, from a sibling site', { 'sec-fetch-site': 'same-site' }],
  ['no Origin, typed by hand', { 'sec-fetch-site': 'none' }],
  ['no Origin at all', {}],
];

/** Sends with these headers only. */
const send = (path: string, method: string, headers: Record<string, string>) =>
  fetch(app.origin + path.replace(/:\w+/g, aKey()), {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'POST' ? { body: '{}' } : {}),
  });
const codeOf = async (answer: Response) => ((await answer.json()) as { error?: { code: string } }).error?.code;

test.each(changing)('$method $path refuses a request from another site', async ({ path, method }) => {
  for (const [, headers] of foreign) {
    const answer = await send(path, method, headers);
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'foreign_origin']);
  }
});

test.each(changing)('$method $path lets our own pages pass', async ({ path, method }) => {
  for (const headers of [{ origin: 'http://localhost:3000' }, { 'sec-fetch-site': 'same-origin' }])
    expect(await codeOf(await send(path, method, headers))).not.toBe('foreign_origin');
});

test('a form on another site cannot sign anybody in, whatever it calls its fields', async () => {
  const answer = await fetch(`${app.origin}/api/account/sessions`, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
    body: '{"address":"pat@client.example","password":"x","a":"="}',
  });
  expect(await codeOf(answer)).toBe('foreign_origin');
});
