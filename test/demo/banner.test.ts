import { expect, test } from '@jest/globals';
import { banner } from '../../demo/banner.ts';
import { realParts } from '../../demo/real-parts.ts';
import { testConfig } from '../support/test-config.ts';

function printed(given: Record<string, string> = {}): string {
  return banner(testConfig(given), { real: realParts(given), database: 'embedded engine', folder: '/data' });
}

test('a start prints every address of the demo', () => {
  const addresses = printed().match(/http:\/\/localhost:3000\S*/g) ?? [];
  expect(addresses.map((address) => new URL(address).pathname)).toEqual([
    '/',
    '/demo/outlook',
    '/demo/mail',
    '/demo/mail/messages',
    '/portal',
    '/taskpane.html',
    '/manifest.xml',
    '/healthz',
    '/readyz',
  ]);
});

test('a start says that no mail leaves the machine only where none does, and tells no password', () => {
  expect(printed().match(/caught on this machine; none leaves it/g)).toHaveLength(2);
  const withRelay = printed({ RELAY_SMTP_URL: 'smtps://us:secret@relay.example:465', RELAY_SMTP_TLS: 'required' });
  expect(withRelay).toMatch(/Mail to the world +as configured: leaves through relay\.example:465\n/);
  expect(withRelay).toMatch(/Mail to colleagues +caught on this machine; none leaves it\n/);
  expect(withRelay).not.toMatch(/secret|Every mail that left/);
});

test('a start says which parts are configured', () => {
  expect(printed()).toMatch(/Database +embedded engine\n[^]*Staff sign-in +an identity provider of this demo\n/);
  const configured = printed({ MONGODB_URI: 'mongodb://db.example/ours', ENTRA_AUTHORITY: 'https://login.example' });
  expect(configured).toMatch(/demo\/outlook \(its Alex cannot sign in/);
  expect(configured).toMatch(/Database +as configured\n[^]*Staff sign-in +as configured: https:\/\/login\.example\n/);
});
