import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { pino } from 'pino';
import * as account from '../../../contract/account.ts';
import { createApp } from '../../../server/app.ts';
import { systemClock } from '../../../server/context.ts';
import { connectDatabase, disconnectDatabase } from '../../../server/store/database.ts';
import type { Client } from '../../support/client.ts';
import { createClient } from '../../support/client.ts';
import { cheapPasswordHashes } from '../../support/cheap-password-hashes.ts';
import { ownDatabaseUri } from '../../support/database.ts';
import { type DatabaseLink, openDatabaseLink } from '../../support/database-link.ts';
import { testConfig } from '../../support/test-config.ts';

let link: DatabaseLink;
let client: Client;
const endings: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  link = await openDatabaseLink(ownDatabaseUri());
  endings.push(() => link.close());
  await connectDatabase(link.uri);
  endings.push(disconnectDatabase);
  const context = {
    config: testConfig(),
    clock: systemClock,
    log: pino({ level: 'silent' }),
    wakeWorker: () => undefined,
    passwordHashes: cheapPasswordHashes(),
  };
  const server = createServer(createApp(context as never, express.Router()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(async () => void server.close().closeAllConnections());
  client = createClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, context.config.PUBLIC_ORIGIN);
});
afterAll(async () => {
  for (const end of endings.reverse()) await end();
});

const signIn = () => client.call(account.signIn, { address: 'pat@client.example', password: 'x' });

test('while the database is away every request is told to come again, and the server says that it is not ready', async () => {
  await expect(signIn()).rejects.toMatchObject({ code: 'credentials_wrong' });
  expect((await client.fetch('/readyz')).status).toBe(200);
  await link.cut();
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const startedAt = performance.now();
    const answer = await client.fetch('/api/account/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address: 'pat@client.example', password: 'x' }),
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.json()).toMatchObject({ error: { code: 'database_unavailable', retryAfterSeconds: 5 } });
    expect(performance.now() - startedAt).toBeLessThan(8000);
  }
  const ready = await client.fetch('/readyz');
  expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5']);
  expect((await client.fetch('/healthz')).status).toBe(200);
}, 60_000);

test('when the database is back the server recovers by itself', async () => {
  await link.restore();
  let code = '';
  for (const giveUpAt = performance.now() + 15_000; performance.now() < giveUpAt && code !== 'credentials_wrong';) {
    code = await signIn().then(
      () => 'signed in',
      (error: { code: string }) => error.code,
    );
    expect(['credentials_wrong', 'database_unavailable']).toContain(code);
  }
  expect(code).toBe('credentials_wrong');
  expect((await client.fetch('/readyz')).status).toBe(200);
}, 60_000);
