import { expect, test } from '@jest/globals';
import { demoSettings } from '../../demo/demo-settings.ts';
import { realParts } from '../../demo/real-parts.ts';
import { readConfig, SettingsError } from '../../server/config.ts';
import { testConfig } from '../support/test-config.ts';

const standIns = { databaseUri: 'mongodb://127.0.0.1:5/sealpost', mailPort: 2525, rootKeyFile: testConfig().ROOT_KEY_FILE };

function configOf(given: Record<string, string>) {
  return readConfig(demoSettings(given, standIns));
}

function problemsOf(given: Record<string, string>): readonly string[] {
  try {
    configOf(given);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems.map((problem) => problem.split(':')[0] ?? '');
  }
  return [];
}

test('with nothing configured every part stands in on this machine', () => {
  expect(configOf({})).toMatchObject({
    PUBLIC_ORIGIN: 'http://localhost:3000',
    MONGODB_URI: standIns.databaseUri,
    RELAY_SMTP_URL: 'smtp://127.0.0.1:2525',
    RELAY_SMTP_TLS: 'none',
    ORGANISATION_SMTP_URL: 'smtp://127.0.0.1:2525',
    ORGANISATION_SMTP_TLS: 'none',
    BOUNCE_ADDRESS: 'bounce@bounces.harbour.example',
    ENTRA_AUTHORITY: 'http://localhost:3000/demo/identity',
  });
  expect(Object.values(realParts({})).some(Boolean)).toBe(false);
});

test('a relay given alone is used over TLS, and only mail to colleagues is still caught', () => {
  const given = { RELAY_SMTP_URL: 'smtps://relay.example:465' };
  const config = configOf(given);
  expect(config).toMatchObject({
    ...given,
    RELAY_SMTP_TLS: 'required',
    ORGANISATION_SMTP_URL: 'smtp://127.0.0.1:2525',
    ORGANISATION_SMTP_TLS: 'none',
  });
  expect(config.BOUNCE_ADDRESS).toBeUndefined();
  expect(realParts(given)).toMatchObject({ relay: true, organisationServer: false, staff: false });
});

test("the organisation's own mail server given alone is used over TLS, and only mail to the world is still caught", () => {
  const given = { ORGANISATION_SMTP_URL: 'smtp://mail.example:587' };
  expect(configOf(given)).toMatchObject({
    ...given,
    ORGANISATION_SMTP_TLS: 'required',
    RELAY_SMTP_URL: 'smtp://127.0.0.1:2525',
    RELAY_SMTP_TLS: 'none',
  });
});

test('reports are taken as configured where anything is configured about them', () => {
  expect(configOf({ BOUNCE_ADDRESS: 'returns@clinic.example' })).toMatchObject({ BOUNCE_ADDRESS: 'returns@clinic.example' });
  expect(configOf({ BOUNCE_ADDRESS: 'returns@clinic.example' }).BOUNCE_SMTP_PORT).toBeUndefined();
});

test('with Entra given, staff sign in at Microsoft and nobody of the demo stands for them', () => {
  const given = { ENTRA_TENANT_IDS: 'tenant', ENTRA_AUDIENCE: 'api://ours', ENTRA_CLIENT_IDS: 'client' };
  expect(configOf(given)).toMatchObject({
    ENTRA_AUTHORITY: 'https://login.microsoftonline.com',
    ENTRA_TENANT_IDS: ['tenant'],
    SHARED_MAILBOXES: [],
  });
});

test('a part given in half is not filled up from the demo: what is missing is named', () => {
  expect(problemsOf({ RELAY_SMTP_TLS: 'required' })).toEqual(['RELAY_SMTP_URL']);
  expect(problemsOf({ ENTRA_AUTHORITY: 'https://login.example' })).toEqual([
    'ENTRA_TENANT_IDS',
    'ENTRA_AUDIENCE',
    'ENTRA_CLIENT_IDS',
  ]);
});

test("the demo's own sign-in of staff is where the portal is", () => {
  for (const [given, origin] of [
    [{ PUBLIC_ORIGIN: 'https://demo.clinic.example' }, 'https://demo.clinic.example'],
    [{ PUBLIC_ORIGIN: 'http://127.0.0.1:3001', PORT: '3001' }, 'http://127.0.0.1:3001'],
    [{ PORT: '3001' }, 'http://localhost:3001'],
  ] as const)
    expect(configOf(given)).toMatchObject({
      PUBLIC_ORIGIN: origin,
      ENTRA_AUTHORITY: `${origin}/demo/identity`,
      FRAME_ANCESTORS: [origin],
    });
});

test('a single word about the organisation changes that word alone', () => {
  const given = { ORGANISATION_NAME: 'Hill Clinic', MONGODB_URI: 'mongodb://db.example/ours' };
  expect(configOf(given)).toMatchObject({ ...given, ORGANISATION_DOMAINS: ['harbour.example'] });
});
