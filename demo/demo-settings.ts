import { IDENTITY_PATH } from './identity/identity-provider.ts';
import { harbourClinic } from './identity/people.ts';
import { type RealParts, realParts } from './real-parts.ts';

interface StandIns {
  readonly databaseUri: string;
  /** The mail catcher's port on this machine. */
  readonly mailPort: number;
  readonly rootKeyFile: string;
}

/** The settings of a demo start: those given, and Harbour Clinic on this machine in place of each part of which nothing is given. A part given
 *  in half stays so, for the server to name what is missing. */
export function demoSettings(given: Readonly<Record<string, string>>, standIns: StandIns): Record<string, string> {
  const port = given['PORT'] ?? '3000';
  const origin = given['PUBLIC_ORIGIN'] ?? `http://localhost:${port}`;
  const mail = `smtp://127.0.0.1:${standIns.mailPort}`;
  const real = realParts(given);
  return {
    PUBLIC_ORIGIN: origin,
    PORT: port,
    MONGODB_URI: standIns.databaseUri,
    ROOT_KEY_FILE: standIns.rootKeyFile,
    ORGANISATION_NAME: 'Harbour Clinic',
    ORGANISATION_DOMAINS: 'harbour.example',
    ORGANISATION_POSTMASTER: 'postmaster@harbour.example',
    ORGANISATION_CONTACT: '+44 1224 000000, Monday to Friday 8:00 to 17:00',
    ORGANISATION_COLOUR: '#0b6a75',
    ORGANISATION_TIME_ZONE: 'Europe/London',
    FRAME_ANCESTORS: origin,
    ...(!real.relay && { RELAY_SMTP_URL: mail, RELAY_SMTP_TLS: 'none' }),
    ...(!real.organisationServer && { ORGANISATION_SMTP_URL: mail, ORGANISATION_SMTP_TLS: 'none' }),
    ...(!real.staff && staffSettings(origin)),
    ...(areReportsPlayed(given, real) && reportSettings),
    ...given,
  };
}

function staffSettings(origin: string): Record<string, string> {
  return {
    ENTRA_AUTHORITY: `${origin}${IDENTITY_PATH}`,
    ENTRA_TENANT_IDS: harbourClinic.tenantId,
    ENTRA_AUDIENCE: harbourClinic.audience,
    ENTRA_CLIENT_IDS: harbourClinic.clientId,
    ENTRA_SCOPE: harbourClinic.scope,
    SHARED_MAILBOXES: 'reception@harbour.example=alex@harbour.example lee@harbour.example',
  };
}

/** What makes reports of the mail catcher come in. */
const reportSettings: Readonly<Record<string, string>> = {
  BOUNCE_ADDRESS: 'bounce@bounces.harbour.example',
  BOUNCE_SMTP_PORT: '0',
  BOUNCE_SMTP_HOST: '127.0.0.1',
};

/** Only for mail that the catcher gets: a real server would take these envelope senders for forged. */
function areReportsPlayed(given: Readonly<Record<string, string>>, { relay, organisationServer }: RealParts): boolean {
  return !relay && !organisationServer && !Object.keys(given).some((name) => name.startsWith('BOUNCE_'));
}
