import { join } from 'node:path';
import { type Config, readConfig } from '../../server/config.ts';

/** Settings of a server in a test; whatever matters to a test is given by it. */
export function testConfig(changes: Record<string, string> = {}): Config {
  return readConfig({
    PUBLIC_ORIGIN: 'http://localhost:3000',
    MONGODB_URI: 'mongodb://localhost:1/test',
    ROOT_KEY_FILE: join(import.meta.dirname, 'root-key-of-zeros.key'),
    ORGANISATION_NAME: 'Harbour Clinic',
    ORGANISATION_DOMAINS: 'harbour.example',
    ORGANISATION_POSTMASTER: 'postmaster@harbour.example',
    ORGANISATION_CONTACT: '+44 1224 000000, Monday to Friday 8:00 to 17:00',
    ORGANISATION_TIME_ZONE: 'Europe/London',
    RELAY_SMTP_URL: 'smtp://127.0.0.1:1',
    RELAY_SMTP_TLS: 'none',
    ORGANISATION_SMTP_URL: 'smtp://127.0.0.1:1',
    ORGANISATION_SMTP_TLS: 'none',
    ENTRA_TENANT_IDS: 'given-by-the-test',
    ENTRA_AUDIENCE: 'given-by-the-test',
    ENTRA_CLIENT_IDS: 'given-by-the-test',
    ...changes,
  });
}
