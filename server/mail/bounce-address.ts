import type { Context } from '../context.ts';
import { bounceToken, readBounceToken } from '../security/bounce-token.ts';
import type { OutboxDocument } from '../store/outbox.ts';

/** Where reports about a mail go, which is its envelope sender: `bounce+TOKEN@bounces.harbour.example`, at most 64 characters before the @ (RFC 5321,
 *  4.5.3.1.1). The postmaster where no address for reports is configured. */
export function bounceAddress(
  { mailMessageId }: Pick<OutboxDocument, 'mailMessageId'>,
  { config, keys }: Pick<Context, 'config' | 'keys'>,
): string {
  const [name, domain] = config.BOUNCE_ADDRESS?.split('@') ?? [];
  if (name === undefined || domain === undefined) return config.ORGANISATION_POSTMASTER;
  return `${name}+${bounceToken(mailMessageId, keys)}@${domain}`;
}

/** The id of the mail that a report addressed like this is about; null when the address is none of ours or its token is not. */
export function mailOfBounceAddress(address: string, { config, keys }: Pick<Context, 'config' | 'keys'>): string | null {
  const [name, domain] = config.BOUNCE_ADDRESS?.split('@') ?? [];
  if (name === undefined || domain === undefined || address.length > 320) return null;
  const [, given = '', token = '', host = ''] = /^([^+@]+)\+([a-z2-7]+)@([^@]+)$/i.exec(address) ?? [];
  const isOurs = given.toLowerCase() === name && host.toLowerCase() === domain;
  return isOurs ? readBounceToken(token, keys) : null;
}
