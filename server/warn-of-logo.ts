import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { isShownInMails } from './mail/mail-layout.ts';

/** Tells whoever starts the server that mails will go out without the logo, where they will. */
export function warnOfLogo({ organisationLogo }: Pick<Config, 'organisationLogo'>, log: Pick<Logger, 'warn'>): void {
  if (organisationLogo !== null && !isShownInMails(organisationLogo))
    log.warn('ORGANISATION_LOGO_FILE: mails go out without the logo; mail programs show no SVG, only a PNG');
}
