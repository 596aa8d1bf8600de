import { readFileSync } from 'node:fs';
import { rootKeyOf } from './security/root-key-file.ts';

/** A DKIM key and what it signs for (RFC 6376). */
export interface DkimSettings {
  readonly domainName: string;
  readonly keySelector: string;
  readonly privateKey: string;
}

interface NamedKey {
  readonly DKIM_DOMAIN?: string | undefined;
  readonly DKIM_SELECTOR?: string | undefined;
  readonly DKIM_KEY_FILE?: string | undefined;
}

/** Looks whether the file of the root key holds one. What is wrong is added to `problems`. */
export function judgeRootKey(settings: { readonly ROOT_KEY_FILE?: string | undefined }, problems: string[]): void {
  const file = settings.ROOT_KEY_FILE;
  if (file === undefined) return;
  const text = readFileOr(file, () => problems.push('ROOT_KEY_FILE: cannot be read'));
  if (text && !rootKeyOf(text.toString('utf8')))
    problems.push('ROOT_KEY_FILE: does not hold 32 bytes as base64 (openssl rand -base64 32)');
}

/** The logo as a `data:` address; null without one. What is wrong is added to `problems`. */
export function readLogo(settings: { readonly ORGANISATION_LOGO_FILE?: string | undefined }, problems: string[]): string | null {
  const file = settings.ORGANISATION_LOGO_FILE;
  if (file === undefined) return null;
  const type = file.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
  const bytes = readFileOr(file, () => problems.push('ORGANISATION_LOGO_FILE: cannot be read'));
  return bytes && `data:${type};base64,${bytes.toString('base64')}`;
}

/** How mails to the world are signed; null where they are not. What is wrong is added to `problems`. */
export function readDkim(settings: NamedKey, problems: string[]): DkimSettings | null {
  const { DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector, DKIM_KEY_FILE: file } = settings;
  if (!domainName && !keySelector && !file) return null;
  if (!domainName || !keySelector || !file) {
    problems.push('DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE: go together');
    return null;
  }
  const key = readFileOr(file, () => problems.push('DKIM_KEY_FILE: cannot be read'));
  return key && { domainName, keySelector, privateKey: key.toString('utf8') };
}

/** A certificate with its key, as PEM. */
export interface TlsSettings {
  readonly cert: string;
  readonly key: string;
}

interface NamedCertificate {
  readonly BOUNCE_TLS_CERT_FILE?: string | undefined;
  readonly BOUNCE_TLS_KEY_FILE?: string | undefined;
}

/** The certificate of the listener for reports; null without one. What is wrong is added to `problems`. */
export function readBounceTls(settings: NamedCertificate, problems: string[]): TlsSettings | null {
  const { BOUNCE_TLS_CERT_FILE: certFile, BOUNCE_TLS_KEY_FILE: keyFile } = settings;
  if (!certFile && !keyFile) return null;
  if (!certFile || !keyFile) {
    problems.push('BOUNCE_TLS_CERT_FILE and BOUNCE_TLS_KEY_FILE: go together');
    return null;
  }
  const cert = readFileOr(certFile, () => problems.push('BOUNCE_TLS_CERT_FILE: cannot be read'));
  const key = readFileOr(keyFile, () => problems.push('BOUNCE_TLS_KEY_FILE: cannot be read'));
  return cert && key && { cert: cert.toString('utf8'), key: key.toString('utf8') };
}

function readFileOr(file: string, complain: () => void): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    complain();
    return null;
  }
}
