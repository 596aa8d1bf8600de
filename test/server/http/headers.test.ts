import { expect, test } from '@jest/globals';
import { aMessageReceived, anUpload, aKey } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp({ PUBLIC_ORIGIN: 'https://secure.harbour.example' });

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000',
  'permissions-policy': expect.stringContaining('camera=()'),
  'content-security-policy': expect.stringMatching(/^default-src 'none'/),
};

test('every kind of answer carries the security headers', async () => {
  const { recipient, deliveryId, open } = await aMessageReceived(app, { attachments: [await anUpload(app.staff(), 'bytes')] });
  const { attachments } = await open();
  const answers: [string, Response][] = [];
  const get = async (what: string, path: string, request?: RequestInit) =>
    void answers.push([what, await recipient.fetch(path, request)]);
  await get('success', '/api/account/session');
  await get('download', `/api/mailbox/deliveries/${deliveryId}/attachments/${attachments[0]?.attachmentId ?? ''}`);
  await get('HEAD', '/api/account/session', { method: 'HEAD' });
  await get('not found', `/api/account/links/${aKey()}`);
  await get('bad input', '/api/account/links/x');
  await get('unknown address', '/nothing');
  await get('wrong method', '/api/account/session', { method: 'PUT' });
  await get('broken address', '/api/account/links/%E0%A4%A');
  await get('redirect', '/');
  await get('health', '/healthz');
  await get('ready', '/readyz');
  await get('not signed in', '/api/send/policy');
  await get('too large', '/api/account/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: 'x'.repeat(70_000),
  });
  await get('foreign', '/api/account/sessions', { method: 'POST', headers: { origin: 'https://evil.example' } });
  for (const [what, { headers }] of answers) {
    expect({ what, ...Object.fromEntries(headers) }).toMatchObject({ what, ...always });
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.has('etag')).toBe(false);
    expect(headers.has('access-control-allow-origin')).toBe(false);
  }
});

test('answers with content and errors are kept by no cache', async () => {
  const { recipient } = await aMessageReceived(app);
  for (const path of [
    '/api/account/session',
    '/api/mailbox/inbox/deliveries',
    '/api/account/links/x',
    '/nothing',
    '/healthz',
    '/readyz',
  ])
    expect((await recipient.fetch(path)).headers.get('cache-control')).toBe('no-store');
});

test('an error tells a code and an id, no path, no stack and no library', async () => {
  for (const path of ['/nothing', '/api/account/links/%E0%A4%A', '/api/account/links/x', `/api/account/links/${aKey()}`]) {
    const text = await (await app.visitor().fetch(path)).text();
    expect(JSON.parse(text)).toEqual({
      error: {
        code: expect.any(String),
        requestId: expect.stringMatching(/^[\w-]{22}$/),
        ...(path.endsWith('/x') ? { fields: ['deliveryId'] } : {}),
      },
    });
    expect(text).not.toMatch(/node_modules|\.ts|at |Error:/);
  }
});
