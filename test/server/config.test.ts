import { expect, test } from '@jest/globals';
import { readConfig, settingDocs, SettingsError } from '../../server/config.ts';
import { testConfig } from '../support/test-config.ts';

/** The problems that these settings have, by the setting's name. */
function problemsOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as SettingsError).problems.map((problem) => /^[A-Z_]+/.exec(problem)?.[0] ?? problem);
  }
}
const wrong = (changes: Record<string, string>) => problemsOf(() => testConfig(changes));

test('without any setting everything that is missing is told at once, with what it is for', () => {
  const required = settingDocs.filter((setting) => setting.isRequired).map((setting) => setting.name);
  expect(problemsOf(() => readConfig({}))).toEqual(required);
  expect(() => readConfig({})).toThrow(/PUBLIC_ORIGIN: is missing\. The one public origin/);
});

test('what is missing, what is wrong and what does not fit together are told in one go', () => {
  const problems = wrong({
    PUBLIC_ORIGIN: '',
    ROOT_KEY_FILE: import.meta.filename,
    PORT: 'http',
    RELAY_SMTP_URL: 'smtp://relay.harbour.example:25',
    DEFAULT_EXPIRES_IN_DAYS: '60',
    MAX_EXPIRES_IN_DAYS: '30',
    ORGANISATION_LOGO_FILE: '/nowhere/logo.png',
    DKIM_DOMAIN: 'harbour.example',
  });
  expect(problems.sort()).toEqual([
    'DEFAULT_EXPIRES_IN_DAYS',
    'DKIM_DOMAIN',
    'ORGANISATION_LOGO_FILE',
    'PORT',
    'PUBLIC_ORIGIN',
    'RELAY_SMTP_TLS',
    'ROOT_KEY_FILE',
  ]);
});

test('no required setting has a default, and no default is a secret', () => {
  for (const setting of settingDocs.filter(({ isRequired }) => isRequired)) expect(setting.default).toBeNull();
});

test('the defaults are the safe ones', () => {
  const config = readConfig({
    ...{
      PUBLIC_ORIGIN: 'https://secure.harbour.example',
      MONGODB_URI: 'mongodb://db/sealpost',
      ROOT_KEY_FILE: testConfig().ROOT_KEY_FILE,
      ORGANISATION_NAME: 'Harbour Clinic',
    },
    ...{ ORGANISATION_DOMAINS: 'Harbour.Example, münchen.example', ORGANISATION_POSTMASTER: 'Postmaster@Harbour.example' },
    ...{
      RELAY_SMTP_URL: 'smtp://relay.example:587',
      ORGANISATION_SMTP_URL: 'smtps://mail.example',
      ENTRA_TENANT_IDS: 'tenant',
      ENTRA_AUDIENCE: 'api',
      ENTRA_CLIENT_IDS: 'client',
    },
  });
  expect(config).toMatchObject({
    RELAY_SMTP_TLS: 'required',
    ORGANISATION_SMTP_TLS: 'required',
    TRUSTED_PROXIES: [],
    FRAME_ANCESTORS: [],
    SUBJECT_IN_NOTIFICATION: false,
    PASSWORD_MIN_CHARACTERS: 8,
    SESSION_IDLE_MINUTES: 30,
    SESSION_ABSOLUTE_HOURS: 12,
    DEFAULT_EXPIRES_IN_DAYS: 30,
    ORGANISATION_DOMAINS: ['harbour.example', 'xn--mnchen-3ya.example'],
    ORGANISATION_POSTMASTER: 'postmaster@harbour.example',
  });
  expect(Object.isFrozen(config)).toBe(true);
});

test.each(['smtp://127.0.0.1:25', 'smtp://127.9.9.9', 'smtp://localhost', 'smtp://[::1]:25'])(
  'mail in clear text to %s stays on this machine',
  (url) => {
    expect(wrong({ RELAY_SMTP_URL: url, ORGANISATION_SMTP_URL: url })).toEqual([]);
  },
);

test.each([
  'smtp://relay.example',
  'smtp://127.0.0.1.evil.example',
  'smtp://localhost.evil.example',
  'smtp://10.0.0.1',
  'smtp://127.0.0.1@evil.example',
  'smtp://0.0.0.0',
  'smtp://[::2]',
])('mail in clear text to %s is refused', (url) => {
  expect(wrong({ RELAY_SMTP_URL: url, ORGANISATION_SMTP_URL: url })).toEqual(['RELAY_SMTP_TLS', 'ORGANISATION_SMTP_TLS']);
});

test.each([
  [
    'PUBLIC_ORIGIN',
    [
      'http://secure.harbour.example',
      'https://secure.harbour.example/',
      'https://secure.harbour.example/x',
      'https://u:p@secure.harbour.example',
      'javascript:alert(1)',
      'secure.harbour.example',
    ],
  ],
  ['PORT', ['-1', '65536', '80.5', 'x']],
  ['MONGODB_URI', ['mysql://db', 'mongodbx://db/a', 'mongodb:']],
  ['ORGANISATION_DOMAINS', ['localhost', 'a_b.example', 'harbour.example, 127.0.0.1', ',']],
  ['ORGANISATION_POSTMASTER', ['postmaster', 'a@b.example\nBcc: x@y.example']],
  ['ORGANISATION_COLOUR', ['red', '#0f6cbd;}', '#12345']],
  ['ORGANISATION_TIME_ZONE', ['Mars/Olympus']],
  ['RELAY_SMTP_URL', ['https://relay.example', 'relay.example:25', 'smtp://']],
  ['RELAY_SMTP_TLS', ['optional', 'false']],
  ['TAG_HEADER', ['Subject', 'X-A\r\nBcc: x', 'X-']],
  ['ENTRA_AUTHORITY', ['http://login.example', 'javascript:alert(1)', 'login.example']],
  ['FRAME_ANCESTORS', ['*', 'https://a.example; script-src *', 'http://a.example', "'self'"]],
  ['TRUSTED_PROXIES', ['yes', '10.0.0.0/33', '10.0.0', '*', 'proxy.example', '2001:db8::/129']],
  ['DEFAULT_EXPIRES_IN_DAYS', ['0', '366', 'never']],
  ['PASSWORD_MIN_CHARACTERS', ['7', '65']],
  ['WORKER', ['true', '1']],
])('%s refuses what it cannot be', (name, values) => {
  for (const value of values) expect({ value, problems: wrong({ [name]: value }) }).toEqual({ value, problems: [name] });
});

test('proxies may be addresses, subnets or ranges by name', () => {
  expect(testConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1 192.0.2.1,loopback' }).TRUSTED_PROXIES).toEqual([
    '10.0.0.0/8',
    '::1',
    '192.0.2.1',
    'loopback',
  ]);
});

test('the text of a problem never repeats a password that a setting held', () => {
  expect(() => testConfig({ MONGODB_URI: 'mysql://user:hidden@db', RELAY_SMTP_URL: 'http://user:hidden@relay' })).toThrow(
    /^(?![\s\S]*hidden)/,
  );
});
