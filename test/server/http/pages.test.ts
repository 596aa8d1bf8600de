import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pageSettings as schema } from '../../../screen/read-page-settings.ts';
import { pageSettings } from '../../../server/http/pages.ts';
import { fileBytesBeside } from '../../../server/mail-size.ts';
import { startFencePages } from '../../support/fence-pages.ts';
import { testConfig } from '../../support/test-config.ts';

let built: Awaited<ReturnType<typeof startFencePages>>;
beforeAll(async () => void (built = await startFencePages({ FRAME_ANCESTORS: 'https://mail.harbour.example' })));
afterAll(() => built.close());

test('the portal is told how much the files of a reply may have, as it was set', () => {
  const settings = pageSettings(testConfig({ MAX_REPLY_ATTACHMENTS_BYTES: '10485760' }));
  expect(schema.parse(settings)).toMatchObject({ replyAttachmentsBytes: 10_485_760, passwordMinLength: 8 });
});

test.each([{}, { ORGANISATION_MAIL_MAX_BYTES: '10485760' }])(
  'files of the size that the portal names fit into the mail that staff get, beside a long letter (%j)',
  (settings) => {
    const config = testConfig(settings);
    const { replyAttachmentsBytes } = pageSettings(config);
    const letter = 'Dear Alex, '.repeat(20_000);
    expect(replyAttachmentsBytes).toBeLessThanOrEqual(fileBytesBeside(letter, 'html', config));
    expect(replyAttachmentsBytes).toBeGreaterThanOrEqual(6 * 1024 * 1024);
  },
);

const OUTLOOK =
  'https://outlook.office.com https://outlook.office365.com https://outlook.cloud.microsoft https://mail.harbour.example';

/** The policy of every page of ours that runs scripts and is no viewer. */
const ofPage = (changes: Record<string, string>) => ({
  ...{ 'default-src': "'none'", 'script-src': "'self' NONCE", 'style-src': "'self' NONCE" },
  ...{ 'img-src': "'self' data: blob:", 'font-src': "'self'", 'connect-src': "'self'", 'frame-src': "'self'" },
  ...{ 'manifest-src': "'self'", 'base-uri': "'none'", 'form-action': "'self'" },
  ...changes,
});
const ofFrame = (pictures: string) => ({
  ...{ 'default-src': "'none'", 'style-src': "'unsafe-inline'", 'img-src': pictures },
  ...{ 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'self'" },
});
const portal = ofPage({ 'frame-ancestors': "'none'" });

test.each([
  ['/portal', portal],
  ['/portal/inbox', portal],
  ['/m/0123456789abcdefghijkl', portal],
  ['/verify', portal],
  ['/taskpane.html', ofPage({ 'script-src': "'self' NONCE https://appsforoffice.microsoft.com", 'frame-ancestors': OUTLOOK })],
  ['/frame', ofFrame('data: blob:')],
  ['/frame?pictures=1', ofFrame('data: blob: https:')],
  [
    '/viewer',
    {
      ...{ 'default-src': "'none'", 'script-src': "NONCE 'wasm-unsafe-eval'", 'style-src': 'NONCE', 'img-src': 'data: blob:' },
      ...{ 'font-src': 'data: blob:', 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'self'" },
      sandbox: 'allow-scripts',
    },
  ],
])('%s may run, load and be shown by exactly what its policy names, and no cache keeps it', async (path, policy) => {
  const answers = [await fetch(built.origin + path), await fetch(built.origin + path)];
  const nonces = answers.map(({ headers }) => /'nonce-([\w-]{22})'/.exec(headers.get('content-security-policy') ?? '')?.[1]);
  for (const [at, { headers, status }] of answers.entries()) {
    expect(policyOf(headers, nonces[at])).toEqual(policy);
    expect({ status, ...Object.fromEntries(headers) }).toMatchObject({ status: 200, 'cache-control': 'no-store', ...always });
  }
  expect(nonces[0] === nonces[1]).toBe(nonces[0] === undefined);
});

function policyOf(headers: Headers, nonce: string | undefined): Record<string, string> {
  const written = (headers.get('content-security-policy') ?? '').replaceAll(`'nonce-${nonce}'`, 'NONCE');
  return Object.fromEntries(written.split('; ').map((part) => [part.split(' ', 1)[0] ?? '', part.replace(/^\S+ ?/, '')]));
}

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
};

test('the files of a page are kept for ever, typed, never sniffed and for our own pages only, but for the script of the viewer', async () => {
  for (const [page, policy] of [
    ['/portal', 'same-origin'],
    ['/viewer', 'cross-origin'],
  ] as const) {
    const html = await (await fetch(built.origin + page)).text();
    const { headers } = await fetch(built.origin + (/ src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '/missing'), {
      headers: { 'accept-encoding': 'br' },
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      ...{ ...always, 'cross-origin-resource-policy': policy, 'content-encoding': 'br' },
      ...{ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    });
  }
});
