import type { Config } from '../server/config.ts';
import type { RealParts } from './real-parts.ts';

interface Running {
  readonly real: RealParts;
  /** What the database is. */
  readonly database: string;
  readonly folder: string;
}

/** What a start prints: what runs, what stands in for a real part, and every address. Passwords of mail servers stay out of it. */
export function banner(config: Config, { real, database, folder }: Running): string {
  const at = config.PUBLIC_ORIGIN;
  const parts = [
    ['Database', real.database ? 'as configured' : database],
    ['Mail to the world', mailWay(real.relay, config.RELAY_SMTP_URL)],
    ['Mail to colleagues', mailWay(real.organisationServer, config.ORGANISATION_SMTP_URL)],
    ['Staff sign-in', real.staff ? `as configured: ${config.ENTRA_AUTHORITY}` : 'an identity provider of this demo'],
    ['Files', `in ${folder}, kept between starts`],
  ];
  const places = [
    ['Start here', `${at}/${at.startsWith('http:') ? ' (in Chrome, Edge or Firefox)' : ''}`],
    ['Outlook simulator', `${at}/demo/outlook${real.staff ? ' (its Alex cannot sign in: give Outlook the manifest)' : ''}`],
    [real.relay || real.organisationServer ? 'Every mail caught' : 'Every mail that left', `${at}/demo/mail`],
    ['  as JSON', `${at}/demo/mail/messages`],
    ['Portal of recipients', `${at}/portal`],
    ['Task pane', `${at}/taskpane.html`],
    ['Manifest for Outlook', `${at}/manifest.xml`],
    ['Is it running?', `${at}/healthz`],
    ['Can it work?', `${at}/readyz`],
  ];
  const lines = [...parts, ['', ''], ...places].map(([name = '', value = '']) => `  ${name.padEnd(22)}${value}`.trimEnd());
  return `\nSealpost runs for ${config.ORGANISATION_NAME} (a demo: see README for production)\n\n${lines.join('\n')}\n\n  Stop with Ctrl-C.\n\n`;
}

function mailWay(isReal: boolean, url: string): string {
  return isReal ? `as configured: leaves through ${new URL(url).host}` : 'caught on this machine; none leaves it';
}
