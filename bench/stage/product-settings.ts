import type { StaffIdentitySettings } from '../../server/security/staff-identity.ts';

/** The settings of the product's server under measurement: everything as in production, but for the worker. What it does behind the answers
 *  would run while the floor is measured, too; it is a process of its own wherever load matters. */
export function productSettings(parts: {
  readonly databaseUri: string;
  readonly rootKeyFile: string;
  readonly identity: StaffIdentitySettings;
}): Record<string, string> {
  const { databaseUri, rootKeyFile, identity } = parts;
  return {
    PUBLIC_ORIGIN: 'http://localhost:3000',
    MONGODB_URI: databaseUri,
    ROOT_KEY_FILE: rootKeyFile,
    ORGANISATION_NAME: 'Harbour Clinic',
    ORGANISATION_DOMAINS: 'harbour.example',
    ORGANISATION_POSTMASTER: 'postmaster@harbour.example',
    RELAY_SMTP_URL: 'smtp://127.0.0.1:1',
    RELAY_SMTP_TLS: 'none',
    ORGANISATION_SMTP_URL: 'smtp://127.0.0.1:1',
    ORGANISATION_SMTP_TLS: 'none',
    ENTRA_AUTHORITY: identity.authority,
    ENTRA_TENANT_IDS: identity.tenantIds.join(','),
    ENTRA_AUDIENCE: identity.audience,
    ENTRA_CLIENT_IDS: identity.clientIds.join(','),
    ENTRA_SCOPE: identity.scope,
    WORKER: 'no',
    // Sign-ins come from many networks, as a proxy tells them.
    TRUSTED_PROXIES: 'loopback',
  };
}
