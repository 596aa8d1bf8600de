import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createStaffIdentity, type StaffIdentity } from '../../../server/security/staff-identity.ts';
import { startTestIdentityProvider, type Behaviour, type TestIdentityProvider } from '../../support/identity-provider.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let now: Date;
let provider: TestIdentityProvider;
let staffIdentity: StaffIdentity;

const clock = { now: () => now };
const pass = (milliseconds: number) => void (now = new Date(now.getTime() + milliseconds));
const unavailable = { code: 'identity_provider_unavailable' };
const refused = { code: 'not_signed_in' };

beforeEach(async () => {
  now = new Date('2026-03-02T09:00:00Z');
  provider = await startTestIdentityProvider(clock);
  staffIdentity = createStaffIdentity(provider.settings, clock, pino({ enabled: false }));
});

afterEach(() => provider.stop());

test('a hundred first sign-ins at once ask for the keys once', async () => {
  const token = await provider.token();
  await Promise.all(Array.from({ length: 100 }, () => staffIdentity.verify(token)));
  expect(provider.requests).toEqual({ metadata: 1, keys: 1 });
});

test('a new signing key is found by itself, and the withdrawn one is no longer good', async () => {
  const old = await provider.token();
  await staffIdentity.verify(old);
  await provider.rotateKey();
  pass(MINUTE);
  await expect(staffIdentity.verify(await provider.token())).resolves.toMatchObject({ name: 'Alex Morgan' });
  await expect(staffIdentity.verify(old)).rejects.toMatchObject(refused);
});

test('a withdrawn key is noticed within the hour, even if no new one is used', async () => {
  const old = await provider.token();
  await staffIdentity.verify(old);
  await provider.rotateKey();
  pass(59 * MINUTE);
  await expect(staffIdentity.verify(old)).resolves.toBeDefined();
  pass(MINUTE);
  await expect(staffIdentity.verify(old)).rejects.toMatchObject(refused);
});

test('tokens with invented key ids do not make us ask again and again', async () => {
  await staffIdentity.verify(await provider.token());
  pass(MINUTE);
  for (const kid of ['a', 'b', 'c', 'd']) {
    await expect(staffIdentity.verify(await provider.token({ header: { kid } }))).rejects.toMatchObject(refused);
  }
  expect(provider.requests.keys).toBe(2);
});

test.each<[string, Behaviour, Behaviour]>([
  ['its metadata fail', 'failing', 'working'],
  ['its metadata are a web page', 'page', 'working'],
  ['its keys fail', 'working', 'failing'],
  ['its keys are a web page', 'working', 'page'],
])('when %s, sign-in is unavailable at first and comes back', async (_what, metadata, keys) => {
  provider.behave(metadata, keys);
  const token = await provider.token();
  await expect(staffIdentity.verify(token)).rejects.toMatchObject(unavailable);
  provider.behave('working');
  pass(5 * SECOND);
  await expect(staffIdentity.verify(token)).resolves.toMatchObject({ name: 'Alex Morgan' });
});

test('an identity provider that never answers costs five seconds, once for all who wait', async () => {
  provider.behave('working', 'hanging');
  const token = await provider.token();
  const began = performance.now();
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => staffIdentity.verify(token)));
  expect(performance.now() - began).toBeLessThan(8 * SECOND);
  for (const answer of answers) expect(answer).toMatchObject({ status: 'rejected', reason: unavailable });
  await expect(staffIdentity.verify(token)).rejects.toMatchObject(unavailable);
  expect(provider.requests.metadata).toBe(1);
}, 15_000);

test('while the identity provider is down the keys it gave last stay good', async () => {
  const token = await provider.token({ claims: { exp: now.getTime() / 1000 + 24 * 3600 } });
  await staffIdentity.verify(token);
  provider.behave('failing');
  pass(2 * 60 * MINUTE);
  await expect(staffIdentity.verify(token)).resolves.toBeDefined();
  pass(MINUTE);
  await expect(staffIdentity.verify(token)).resolves.toBeDefined();
  await expect(staffIdentity.verify(await provider.token({ header: { kid: 'new' } }))).rejects.toMatchObject(unavailable);
});

test('a clock that was set back does not keep us from finding a new key', async () => {
  await staffIdentity.verify(await provider.token());
  await provider.rotateKey();
  pass(-24 * 60 * MINUTE);
  await expect(staffIdentity.verify(await provider.token())).resolves.toBeDefined();
});

test.each([
  ['another issuer', { issuer: 'https://login.microsoftonline.com/common/v2.0' }],
  ['keys on another host', { jwks_uri: 'https://keys.example/keys' }],
  ['no address of keys', { jwks_uri: undefined }],
  ['keys in a file', { jwks_uri: 'file:///etc/passwd' }],
])('metadata that name %s are not believed', async (_what, changes) => {
  provider.changeMetadata(changes);
  await expect(staffIdentity.verify(await provider.token())).rejects.toMatchObject(unavailable);
  expect(provider.requests.keys).toBe(0);
});

test.each([
  ['no list', { keys: 'none' }],
  ['shared secrets only', { keys: [{ kty: 'oct', kid: 'secret', k: 'c2VjcmV0' }] }],
  [
    'keys that are none',
    { keys: [null, 7, { kty: 'RSA', kid: 'x', n: '!', e: 'AQAB' }, { kty: 'RSA', kid: 'y', n: 'AQAB', e: 'AQAB' }] },
  ],
])('a key set with %s is not believed', async (_what, keySet) => {
  provider.changeKeySet(keySet);
  await expect(staffIdentity.verify(await provider.token())).rejects.toMatchObject(unavailable);
});
