import { createHmac, createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateKeyPair } from 'jose';
import { pino } from 'pino';
import { harbourClinic, people } from '../../../demo/identity/people.ts';
import { createStaffIdentity, type StaffIdentity } from '../../../server/security/staff-identity.ts';
import { startTestIdentityProvider, type TestIdentityProvider, type TokenOverrides } from '../../support/identity-provider.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const seconds = NOW.getTime() / 1000;
const clock = { now: () => NOW };
const logged: string[] = [];
const { write } = process.stdout;

let provider: TestIdentityProvider;
let staffIdentity: StaffIdentity;

beforeAll(async () => {
  // The library has a log of its own, which goes there.
  process.stdout.write = (text: string | Uint8Array) => logged.push(String(text)) > 0;
  provider = await startTestIdentityProvider(clock);
  staffIdentity = createStaffIdentity(
    provider.settings,
    clock,
    pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
  );
});

afterAll(async () => {
  process.stdout.write = write;
  await provider.stop();
});

const verify = async (overrides?: TokenOverrides) => staffIdentity.verify(await provider.token(overrides));
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsIn = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

test('a good token tells who it speaks for', async () => {
  await expect(verify({ person: 'robin' })).resolves.toEqual({
    tenantId: harbourClinic.tenantId,
    objectId: people.robin.objectId,
    name: 'Robin Hart',
    addresses: ['robin@harbour.example'],
    roles: ['Administrator'],
  });
});

test('the own addresses come from proven claims only, in their normal spelling', async () => {
  const claims = {
    upn: 'Alex@Harbour.example',
    verified_primary_email: ['alex@harbour.example', 'a.morgan@HARBOUR.example', 'not an address'],
    email: 'director@harbour.example',
    preferred_username: 'director@harbour.example',
  };
  await expect(verify({ claims })).resolves.toMatchObject({ addresses: ['alex@harbour.example', 'a.morgan@harbour.example'] });
  await expect(verify({ claims: { upn: undefined, verified_primary_email: 'alex@harbour.example' } })).resolves.toMatchObject({
    addresses: ['alex@harbour.example'],
  });
  await expect(verify({ claims: { ...claims, upn: undefined, verified_primary_email: undefined } })).resolves.toMatchObject({
    addresses: [],
  });
});

test('our API may be named with and without api:// and the scope may be one of several', async () => {
  const claims = { aud: harbourClinic.audience.replace('api://', ''), scp: `profile ${harbourClinic.scope} other` };
  await expect(verify({ claims })).resolves.toMatchObject({ name: 'Alex Morgan' });
});

test.each<[string, Record<string, unknown>]>([
  ['for another API', { aud: 'api://ffffffff-0000-4000-8000-000000000000' }],
  ['for several APIs', { aud: [harbourClinic.audience, 'https://graph.microsoft.com'] }],
  ['without an audience', { aud: undefined }],
  ['from another issuer', { iss: 'https://login.microsoftonline.com/5f2c7b1e-8a43-4d09-9c61-3be0a7d4f215/v2.0' }],
  ['from another tenant', { tid: 'ffffffff-0000-4000-8000-000000000000' }],
  ['without a tenant', { tid: undefined }],
  ['given to another client', { azp: 'ffffffff-0000-4000-8000-000000000000' }],
  ['without a client', { azp: undefined }],
  ['with another scope', { scp: 'Messages.SendAll Messages' }],
  ['with a scope in another shape', { scp: [harbourClinic.scope] }],
  ['of a program, which has roles and no scope', { scp: undefined, roles: ['Administrator'] }],
  ['of version 1.0', { ver: '1.0' }],
  ['without an object id', { oid: undefined }],
  ['without an end', { exp: undefined }],
  ['that ends before it begins', { nbf: seconds, exp: seconds - 1 }],
  ['that is not valid yet', { nbf: seconds + 61 }],
])('a token %s is refused', async (_what, claims) => {
  await expect(verify({ claims })).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('a minute of difference between the clocks is forgiven, not more', async () => {
  await expect(verify({ claims: { nbf: seconds + 60 } })).resolves.toBeDefined();
  await expect(verify({ claims: { nbf: seconds - 3600, exp: seconds - 59 } })).resolves.toBeDefined();
  await expect(verify({ claims: { nbf: seconds - 3600, exp: seconds - 60 } })).rejects.toMatchObject({ code: 'token_expired' });
});

test('only a token that was good says that it expired', async () => {
  const past = { nbf: seconds - 7200, exp: seconds - 3600 };
  await expect(verify({ claims: past })).rejects.toMatchObject({ code: 'token_expired' });
  await expect(verify({ claims: { ...past, azp: 'somebody-else' } })).rejects.toMatchObject({ code: 'not_signed_in' });
  const { privateKey } = await generateKeyPair('RS256');
  await expect(verify({ claims: past, privateKey })).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('a token signed by another key under the same key id is refused', async () => {
  const { privateKey } = await generateKeyPair('RS256');
  await expect(verify({ privateKey })).rejects.toMatchObject({ code: 'not_signed_in' });
});

test.each([
  ['without a key id', { kid: undefined }],
  ['with a key id nobody knows', { kid: 'key-unknown' }],
  ['that is no JWT', { typ: 'at+jwt' }],
])('a token %s is refused', async (_what, header) => {
  await expect(verify({ header })).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('a thumbprint in the header does not replace the key id', async () => {
  const token = await provider.token({ header: { kid: undefined, x5t: String(provider.publicKey().kid) } });
  await expect(staffIdentity.verify(token)).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('a changed token is refused', async () => {
  const [header, , signature] = (await provider.token()).split('.');
  const claims = { ...claimsIn(await provider.token()), roles: ['Administrator'] };
  await expect(staffIdentity.verify(`${header}.${base64url(claims)}.${signature}`)).rejects.toMatchObject({
    code: 'not_signed_in',
  });
});

test('an unsigned token is refused', async () => {
  const claims = base64url(claimsIn(await provider.token()));
  const kid = provider.publicKey().kid;
  for (const signature of ['', 'AAAA']) {
    const token = `${base64url({ alg: 'none', typ: 'JWT', kid })}.${claims}.${signature}`;
    await expect(staffIdentity.verify(token)).rejects.toMatchObject({ code: 'not_signed_in' });
  }
});

test('a token signed with the public key as a shared secret is refused, even if the metadata allow it', async () => {
  provider.changeMetadata({ id_token_signing_alg_values_supported: ['HS256', 'RS256', 'none'] });
  const fresh = createStaffIdentity(provider.settings, clock, pino({ enabled: false }));
  await fresh.verify(await provider.token());
  const jwk = provider.publicKey();
  const signed = `${base64url({ alg: 'HS256', typ: 'JWT', kid: jwk.kid })}.${base64url(claimsIn(await provider.token()))}`;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  for (const type of ['spki', 'pkcs1'] as const) {
    const pem = key.export({ type, format: 'pem' });
    const token = `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
    await expect(fresh.verify(token)).rejects.toMatchObject({ code: 'not_signed_in' });
  }
  provider.changeMetadata({});
});

test.each([
  ['nothing', ''],
  ['one word', 'token'],
  ['three words', 'a.b.c'],
  ['an encrypted token', 'a.b.c.d.e'],
  ['JSON that is no object', `${base64url([1])}.${Buffer.from('7').toString('base64url')}.AAAA`],
  ['line breaks', 'a.b.c\r\nX: y'],
])('%s instead of a token is refused', async (_what, token) => {
  await expect(staffIdentity.verify(token)).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('a signed token with claims of the wrong kind is refused and harms nobody', async () => {
  await expect(verify({ claims: { scp: 7 as never } })).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(verify({ claims: { exp: 'soon' as never } })).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(verify({ claims: { roles: 'Administrator' } })).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(verify()).resolves.toMatchObject({ name: 'Alex Morgan' });
});

test('each allowed tenant speaks for its own people only, and a third for nobody', async () => {
  const [own, sister, third] = [
    harbourClinic.tenantId,
    '11111111-0000-4000-8000-000000000000',
    'ffffffff-0000-4000-8000-000000000000',
  ];
  const settings = { ...provider.settings, tenantIds: [own, sister] };
  const identity = createStaffIdentity(settings, clock, pino({ enabled: false }));
  const verifyFrom = async (issuer: string, tid: string) =>
    identity.verify(await provider.token({ claims: { iss: `${settings.authority}/${issuer}/v2.0`, tid } }));
  await expect(verifyFrom(own, own)).resolves.toMatchObject({ tenantId: own });
  await expect(verifyFrom(sister, sister)).resolves.toMatchObject({ tenantId: sister });
  for (const [issuer, tid] of [
    [third, third],
    [own, sister],
    [sister, own],
    [third, own],
    [own, third],
  ] as const) {
    await expect(verifyFrom(issuer, tid)).rejects.toMatchObject({ code: 'not_signed_in' });
  }
});

test('a token larger than 16 KB is refused', async () => {
  await expect(verify({ claims: { name: 'A'.repeat(8 * 1024) } })).resolves.toBeDefined();
  await expect(verify({ claims: { name: 'A'.repeat(16 * 1024) } })).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('an identity provider that can be listened to is not accepted', () => {
  const settings = { ...provider.settings, authority: 'http://identity.example' };
  expect(() => createStaffIdentity(settings, clock, pino({ enabled: false }))).toThrow('https');
});

test('nothing of a token is logged, also where the signing keys cannot be loaded', async () => {
  provider.behave('failing');
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const waiting = createStaffIdentity(provider.settings, clock, log);
  await expect(waiting.verify(await provider.token())).rejects.toBeDefined();
  provider.behave('working');
  process.stdout.write('seen');
  expect(logged.at(-1)).toBe('seen');
  expect(logged.join('')).toContain('signing keys of staff could not be loaded');
  expect(logged.join('')).not.toMatch(/eyJ|harbour\.example|Morgan/);
});
