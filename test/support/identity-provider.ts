import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { harbourClinic, people, type Person, type PersonName } from '../../demo/identity/people.ts';
import { systemClock, type Clock } from '../../server/context.ts';
import type { StaffIdentitySettings } from '../../server/security/staff-identity.ts';

/** What a test may change about a token: whose it is, any claim (undefined leaves it out), the header. */
export interface TokenOverrides {
  readonly person?: PersonName;
  readonly claims?: JWTPayload;
  readonly header?: { readonly kid?: string | undefined; readonly typ?: string; readonly x5t?: string };
  readonly privateKey?: CryptoKey;
}

/** How the provider answers: as it should, with a status of failure, with a page, or never. */
export type Behaviour = 'working' | 'failing' | 'page' | 'hanging';

export interface TestIdentityProvider {
  readonly settings: StaffIdentitySettings;
  readonly requests: { metadata: number; keys: number };
  /** A valid access token, Alex Morgan's unless another person is named, living an hour from the clock's now, but for the overrides. */
  token(overrides?: TokenOverrides): Promise<string>;
  /** Replaces the only signing key by a new one. */
  rotateKey(): Promise<void>;
  /** The public half of the current key as its JWKS shows it. */
  publicKey(): JWK;
  behave(metadata: Behaviour, keys?: Behaviour): void;
  /** Adds to or changes what the metadata say. */
  changeMetadata(changes: Record<string, unknown>): void;
  /** Shows something else instead of the key set. */
  changeKeySet(keySet: unknown): void;
  stop(): Promise<void>;
}

/** Starts an identity provider like Entra on loopback, with Harbour Clinic in its settings; other tenants have the same keys, as Entra's do.
 *  The caller stops it. */
export async function startTestIdentityProvider(clock: Clock = systemClock): Promise<TestIdentityProvider> {
  let signing = await newSigningKey();
  let behaviour: { metadata: Behaviour; keys: Behaviour } = { metadata: 'working', keys: 'working' };
  let metadataChanges: Record<string, unknown> = {};
  let otherKeySet: unknown = null;
  const requests = { metadata: 0, keys: 0 };

  const server = createServer((request, response) => {
    const what = isKeys(request) ? 'keys' : 'metadata';
    requests[what] += 1;
    const body =
      what === 'keys'
        ? (otherKeySet ?? { keys: [signing.jwk] })
        : { ...metadataOf(settings.authority, tenantOf(request)), ...metadataChanges };
    answer(response, behaviour[what], body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const settings: StaffIdentitySettings = {
    authority: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tenantIds: [harbourClinic.tenantId],
    audience: harbourClinic.audience,
    clientIds: [harbourClinic.clientId],
    scope: harbourClinic.scope,
  };

  return {
    settings,
    requests,
    token: ({ person = 'alex', claims = {}, header = {}, privateKey = signing.privateKey } = {}) =>
      new SignJWT({ ...claimsOf(person, settings, clock), ...claims })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: signing.kid, ...header } as JWTHeaderParameters)
        .sign(privateKey),
    rotateKey: async () => void (signing = await newSigningKey()),
    publicKey: () => ({ ...signing.jwk }),
    behave: (metadata, keys = metadata) => void (behaviour = { metadata, keys }),
    changeMetadata: (changes) => void (metadataChanges = changes),
    changeKeySet: (keySet) => void (otherKeySet = keySet),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

let keyCount = 0;

async function newSigningKey() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = `key-${(keyCount += 1)}`;
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}

function isKeys(request: IncomingMessage): boolean {
  return request.url === `/${tenantOf(request)}/discovery/v2.0/keys`;
}

function tenantOf(request: IncomingMessage): string {
  return request.url?.split('/')[1] ?? '';
}

function metadataOf(authority: string, tenantId: string) {
  return {
    issuer: `${authority}/${tenantId}/v2.0`,
    jwks_uri: `${authority}/${tenantId}/discovery/v2.0/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function answer(response: ServerResponse, behaviour: Behaviour, body: unknown): void {
  if (behaviour === 'hanging') return;
  if (behaviour === 'failing') response.writeHead(500).end('{}');
  else if (behaviour === 'page')
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Maintenance</title>');
  else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function claimsOf(name: PersonName, settings: StaffIdentitySettings, clock: Clock): JWTPayload {
  const now = Math.floor(clock.now().getTime() / 1000);
  const person: Person = people[name];
  return {
    iss: `${settings.authority}/${harbourClinic.tenantId}/v2.0`,
    aud: settings.audience,
    iat: now,
    nbf: now,
    exp: now + 3600,
    tid: harbourClinic.tenantId,
    oid: person.objectId,
    azp: harbourClinic.clientId,
    scp: harbourClinic.scope,
    ver: '2.0',
    name: person.name,
    upn: person.address,
    roles: [...person.roles],
  };
}
