import { domainOf } from '../../contract/address.ts';
import type { Config } from '../config.ts';
import type { Staff } from '../http/who.ts';

/** The addresses a member of staff may send from, their own first, then the shared mailboxes they belong to: all inside the organisation,
 *  for answers go there as mail. Empty when nobody vouches for an address of their own inside it. */
export function sendersOf({ addresses }: Pick<Staff, 'addresses'>, config: Config): string[] {
  const isInside = (address: string) => config.ORGANISATION_DOMAINS.includes(domainOf(address));
  const own = addresses.filter(isInside);
  // A guest of the tenant is none of the staff, whatever a mailbox says of everybody.
  if (own.length === 0) return [];
  const isMember = (member: string) => member === '*' || own.includes(member);
  const shared = config.SHARED_MAILBOXES.filter(({ members }) => members.some(isMember)).map(({ address }) => address);
  return [...new Set([...own, ...shared])].filter(isInside);
}
