import { expect, test } from '@jest/globals';
import { checkManifest } from '../../../build/check-manifest.ts';
import { manifestFacts } from '../../../build/manifest-facts.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp({ PUBLIC_ORIGIN: 'https://secure.harbour.example' });

test('the running server hands out the manifest for its own address', async () => {
  const answer = await app.visitor().fetch('/manifest.xml');
  expect(answer.headers.get('content-type')).toMatch(/^application\/xml/);
  expect(checkManifest(await answer.text(), manifestFacts('https://secure.harbour.example'))).toEqual([]);
});

test('Outlook may show and keep the icons, and nothing else is in their folder', async () => {
  const icon = await app.visitor().fetch('/icons/icon-80.png');
  expect(icon.headers.get('content-type')).toBe('image/png');
  expect(icon.headers.get('cache-control')).toMatch(/max-age=\d{5}/);
  expect(icon.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect((await app.visitor().fetch('/icons/../taskpane.html')).status).toBe(404);
  expect((await app.visitor().fetch('/icons/')).status).toBe(404);
});
