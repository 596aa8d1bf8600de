import { IDENTITY_PATH } from './identity/identity-provider.ts';
import { harbourClinic } from './identity/people.ts';

/** What a demo start puts in place of the settings that are not given: Harbour Clinic, with every other part on this machine. */
export function demoSettings(parts: {
  port: string;
  databaseUri: string;
  mailPort: number;
  rootKeyFile: string;
}): Record<string, string> {
  const origin = `http://localhost:${parts.port}`;
  const mail = `smtp://127.0.0.1:${parts.mailPort}`;
  return {
    PUBLIC_ORIGIN: origin,
    PORT: parts.port,
    MONGODB_URI: parts.databaseUri,
    ROOT_KEY_FILE: parts.rootKeyFile,
    ORGANISATION_NAME: 'Harbour Clinic',
    ORGANISATION_DOMAINS: 'harbour.example',
    ORGANISATION_POSTMASTER: 'postmaster@harbour.example',
    ORGANISATION_CONTACT: '+44 1224 000000, Monday to Friday 8:00 to 17:00',
    ORGANISATION_COLOUR: '#0b6a75',
    ORGANISATION_TIME_ZONE: 'Europe/London',
    RELAY_SMTP_URL: mail,
    RELAY_SMTP_TLS: 'none',
    ORGANISATION_SMTP_URL: mail,
    ORGANISATION_SMTP_TLS: 'none',
    ENTRA_AUTHORITY: `${origin}${IDENTITY_PATH}`,
    ENTRA_TENANT_IDS: harbourClinic.tenantId,
    ENTRA_AUDIENCE: harbourClinic.audience,
    ENTRA_CLIENT_IDS: harbourClinic.clientId,
    ENTRA_SCOPE: harbourClinic.scope,
    SHARED_MAILBOXES: 'reception@harbour.example=alex@harbour.example lee@harbour.example',
    FRAME_ANCESTORS: origin,
  };
}

/** What makes reports of the mail catcher come in; only for mail that it catches: a real server would take these envelope senders for forged. */
export const bounceSettings: Readonly<Record<string, string>> = {
  BOUNCE_ADDRESS: 'bounce@bounces.harbour.example',
  BOUNCE_SMTP_PORT: '0',
  BOUNCE_SMTP_HOST: '127.0.0.1',
};

/** Whether every mail of this start goes to the mail catcher, by the settings given to it. */
export function isMailCaught(given: Readonly<Record<string, string>>): boolean {
  return given['RELAY_SMTP_URL'] === undefined && given['ORGANISATION_SMTP_URL'] === undefined;
}
