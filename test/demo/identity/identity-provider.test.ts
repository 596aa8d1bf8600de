import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { decodeJwt } from 'jose';
import { pino } from 'pino';
import { createIdentityProvider, IDENTITY_PATH } from '../../../demo/identity/identity-provider.ts';
import { harbourClinic, people } from '../../../demo/identity/people.ts';
import { systemClock } from '../../../server/context.ts';
import { createStaffIdentity } from '../../../server/security/staff-identity.ts';

const ask = {
  person: 'alex',
  clientId: harbourClinic.clientId,
  scopes: [`${harbourClinic.audience}/${harbourClinic.scope}`, 'openid'],
};

let server: Server;
let origin: string;
let keyFolder: string;

beforeAll(async () => {
  keyFolder = await mkdtemp(join(tmpdir(), 'identity-'));
  const app = express();
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app.use(IDENTITY_PATH, createIdentityProvider({ origin, keyFolder }));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(keyFolder, { recursive: true });
});

const askForTokens = (body: unknown, headers: Record<string, string> = { origin }) =>
  fetch(`${origin}${IDENTITY_PATH}/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const tokensFor = async (body: unknown) =>
  (await (await askForTokens(body)).json()) as { access_token: string; id_token: string };

function staffIdentity() {
  const { tenantId, clientId, audience, scope } = harbourClinic;
  const settings = { authority: `${origin}${IDENTITY_PATH}`, tenantIds: [tenantId], audience, clientIds: [clientId], scope };
  return createStaffIdentity(settings, systemClock, pino({ enabled: false }));
}

test('the server verifies the tokens of the demo for real', async () => {
  const { access_token: token } = await tokensFor({ ...ask, person: 'robin' });
  await expect(staffIdentity().verify(token)).resolves.toEqual({
    tenantId: harbourClinic.tenantId,
    objectId: people.robin.objectId,
    name: 'Robin Hart',
    addresses: ['robin@harbour.example'],
    roles: ['Administrator'],
  });
});

test('the answer has everything nested app authentication wants', async () => {
  const answer = await (await askForTokens(ask)).json();
  expect(answer).toEqual({
    access_token: expect.any(String),
    id_token: expect.any(String),
    expires_in: 3600,
    scope: `${harbourClinic.audience}/${harbourClinic.scope}`,
    account: {
      environment: 'login.microsoftonline.com',
      homeAccountId: `${people.alex.objectId}.${harbourClinic.tenantId}`,
      localAccountId: people.alex.objectId,
      tenantId: harbourClinic.tenantId,
      username: 'alex@harbour.example',
      name: 'Alex Morgan',
    },
  });
});

test('an ID token is for the add-in and does not sign in to our API', async () => {
  const { id_token: token } = await tokensFor(ask);
  expect(decodeJwt(token)).toMatchObject({ aud: harbourClinic.clientId, name: 'Alex Morgan' });
  await expect(staffIdentity().verify(token)).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('the key survives a restart and only its owner can read it', async () => {
  const { access_token: token } = await tokensFor(ask);
  const app = express();
  app.use(IDENTITY_PATH, createIdentityProvider({ origin, keyFolder }));
  server.removeAllListeners('request').on('request', app);
  await expect(staffIdentity().verify(token)).resolves.toMatchObject({ name: 'Alex Morgan' });
  expect((await stat(join(keyFolder, 'identity-provider.pem'))).mode & 0o777).toBe(0o600);
});

test.each([
  ['an unknown person', { ...ask, person: 'mallory' }],
  ['an inherited name', { ...ask, person: 'constructor' }],
  ['an unknown client', { ...ask, clientId: 'ffffffff-0000-4000-8000-000000000000' }],
  ['no scope of ours', { ...ask, scopes: ['User.Read'] }],
  ['more than it knows', { ...ask, roles: ['Administrator'] }],
])('a request for %s gets no token', async (_what, body) => {
  expect((await askForTokens(body)).status).toBe(400);
});

test.each<[string, () => Record<string, string>]>([
  ['a page of another origin', () => ({ origin: 'https://elsewhere.example' })],
  ['a page of another origin that hides it', () => ({ origin, 'sec-fetch-site': 'cross-site' })],
  ['a program that names no origin', () => ({})],
])('%s gets no token', async (_what, headers) => {
  expect((await askForTokens(ask, headers())).status).toBe(403);
});
