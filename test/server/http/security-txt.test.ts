import { expect, test } from '@jest/globals';
import { useApp } from '../../support/test-app.ts';
import { DAY } from '../../support/test-clock.ts';

const app = useApp({ PUBLIC_ORIGIN: 'https://secure.harbour.example', SECURITY_CONTACT: 'mailto:security@harbour.example' });

test('security.txt says where to report a weakness, and ends within a year', async () => {
  const answer = await app.visitor().fetch('/.well-known/security.txt');
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const fields = Object.fromEntries((await answer.text()).split('\n').map((line) => line.split(/: (.*)/)));
  expect(fields).toMatchObject({
    Contact: 'mailto:security@harbour.example',
    Canonical: 'https://secure.harbour.example/.well-known/security.txt',
    Policy: 'https://secure.harbour.example/portal/help/contact',
  });
  const days = (Date.parse(fields['Expires'] ?? '') - app.clock.now().getTime()) / DAY;
  expect(days).toBeGreaterThan(150);
  expect(days).toBeLessThan(365);
});
