import { type RequestHandler } from 'express';
import type { Context } from '../context.ts';

const DAY_MS = 24 * 3_600_000;
/** Well within the year that RFC 9116 (2.5.5) recommends at most; counted anew each day. */
const VALID_DAYS = 180;

/** `/.well-known/security.txt` (RFC 9116): where to report a weakness. */
export function securityTxt({ config, clock }: Pick<Context, 'config' | 'clock'>): RequestHandler {
  return (_request, response) => {
    const today = Math.floor(clock.now().getTime() / DAY_MS) * DAY_MS;
    const lines = [
      `Contact: ${config.SECURITY_CONTACT || `mailto:${config.ORGANISATION_POSTMASTER}`}`,
      `Expires: ${new Date(today + VALID_DAYS * DAY_MS).toISOString()}`,
      'Preferred-Languages: en, de',
      `Canonical: ${config.PUBLIC_ORIGIN}/.well-known/security.txt`,
      `Policy: ${config.PUBLIC_ORIGIN}/portal/help/contact`,
    ];
    response
      .type('text/plain')
      .set('Cache-Control', 'no-store')
      .send(`${lines.join('\n')}\n`);
  };
}
