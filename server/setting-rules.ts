import { isIP } from 'node:net';
import { isLoopbackHost, isTrustworthyAddress } from './security/loopback.ts';

/** Whether a text is exactly an origin that pages may come from: https, or http on this machine. */
export function isPublicOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.origin === text && isTrustworthyAddress(text);
}

/** Whether a text is the address of an SMTP server. */
export function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
}

/** Whether an address leads to this machine. */
export function isLoopback(text: string): boolean {
  return isLoopbackHost(URL.parse(text)?.hostname ?? '');
}

/** Whether this machine knows a time zone by that name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Whether a text is an IP address, a subnet such as 10.0.0.0/8, or the name of a range that Express knows. */
export function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [, ip = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(ip);
  return version !== 0 && (bits === undefined || Number(bits) <= (version === 4 ? 32 : 128));
}
