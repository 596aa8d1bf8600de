import { domainOf } from '../../contract/address.ts';
import type { Config } from '../config.ts';
import type { MessageRecipient } from '../store/message-document.ts';

/** How a recipient gets a message: inside the organisation by mail, everybody else in the portal. */
export function routeTo(
  address: string,
  { ORGANISATION_DOMAINS }: Pick<Config, 'ORGANISATION_DOMAINS'>,
): MessageRecipient['route'] {
  return ORGANISATION_DOMAINS.includes(domainOf(address)) ? 'mail' : 'portal';
}
