import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { settingDocs } from '../../server/config.ts';
import { createRootKeyFile } from '../../server/security/root-key-file.ts';
import { ownDatabaseUri } from '../support/database.ts';
import { startTestIdentityProvider } from '../support/identity-provider.ts';
import { openMailSink } from '../support/mail-sink.ts';
import { createClient } from '../support/client.ts';
import { aMessage, textOf } from '../support/story.ts';
import { sendMessage } from '../../contract/send.ts';
import { findLink } from '../../contract/account.ts';

const root = path.join(import.meta.dirname, '..', '..');
const endings: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of endings.reverse()) await end();
});

/** `npm run serve` with these settings and no others. */
function serve(settings: Record<string, string>): { child: ChildProcess; printed: () => string } {
  const { PATH } = process.env;
  const child = spawn(process.execPath, ['server/index.ts'], {
    cwd: root,
    env: { PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr.on('data', (part: Buffer) => (text += part.toString()));
  return { child, printed: () => text };
}

test('a server whose settings are missing names all of them in one go and does not start', async () => {
  const { child, printed } = serve({ PORT: 'many', RELAY_SMTP_TLS: 'none' });
  const [exitCode] = (await once(child, 'exit')) as [number];
  expect(exitCode).toBe(1);
  const required = settingDocs.filter((setting) => setting.isRequired).map((setting) => setting.name);
  expect(required.filter((name) => !printed().includes(`${name}: is missing`))).toEqual([]);
  expect(printed()).toContain('PORT: ');
  expect(printed()).not.toContain('    at ');
}, 30_000);

test('the server runs without any of the demo, sends a notification, and ends when it is asked to', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sealpost-serve-'));
  endings.push(() => rm(folder, { recursive: true }));
  const sink = await openMailSink();
  endings.push(() => sink.close());
  const identity = await startTestIdentityProvider();
  endings.push(() => identity.stop());
  const rootKeyFile = path.join(folder, 'root.key');
  await createRootKeyFile(rootKeyFile);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const origin = `http://localhost:${port}`;
  const { child, printed } = serve({
    PORT: String(port),
    PUBLIC_ORIGIN: origin,
    MONGODB_URI: ownDatabaseUri(),
    ROOT_KEY_FILE: rootKeyFile,
    ORGANISATION_NAME: 'Harbour Clinic',
    ORGANISATION_DOMAINS: 'harbour.example',
    ORGANISATION_POSTMASTER: 'postmaster@harbour.example',
    RELAY_SMTP_URL: sink.url,
    RELAY_SMTP_TLS: 'none',
    ORGANISATION_SMTP_URL: sink.url,
    ORGANISATION_SMTP_TLS: 'none',
    ENTRA_AUTHORITY: identity.settings.authority,
    ENTRA_TENANT_IDS: identity.settings.tenantIds.join(','),
    ENTRA_AUDIENCE: identity.settings.audience,
    ENTRA_CLIENT_IDS: identity.settings.clientIds.join(','),
  });
  endings.push(async () => child.kill('SIGKILL'));
  await until(() => printed().includes('listening'), printed);

  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  const home = await fetch(`${origin}/`, { redirect: 'manual' });
  expect([home.status, home.headers.get('location')]).toEqual([302, '/portal']);
  for (const place of ['/demo/outlook', '/demo/mail', '/demo/mail/messages', '/demo/identity']) {
    expect((await fetch(origin + place)).status).toBe(404);
  }
  const alex = createClient(origin, origin, () => identity.token());
  await alex.call(sendMessage, aMessage({ recipients: [{ address: 'served@client.example', kind: 'to' }] }));
  await until(() => sink.mailsTo('served@client.example').length === 1, printed);
  const [notification] = sink.mailsTo('served@client.example');
  const [, deliveryId = ''] = /\/m\/([\w-]{22})/.exec(notification ? textOf(notification) : '') ?? [];
  expect(await createClient(origin, origin).call(findLink, { deliveryId })).toMatchObject({
    shortAddress: 's••@client.example',
    isEnrolled: false,
  });

  child.kill('SIGTERM');
  const [exitCode] = (await once(child, 'exit')) as [number];
  expect(exitCode).toBe(0);
}, 90_000);

async function until(isTrue: () => boolean, printed: () => string): Promise<void> {
  const end = Date.now() + 30_000;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`it did not come to be; the server said: ${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
