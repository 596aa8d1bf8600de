import { domainOf, normaliseAddress } from '../../contract/address.ts';

/** What a typed text could mean inside the organisation: a whole address, a name without a domain, or one whose domain is begun. `isOutside`: it is an
 *  address elsewhere. */
export function offerAddresses(typed: string, domains: readonly string[]): { offers: readonly string[]; isOutside: boolean } {
  const text = typed.trim();
  const at = text.lastIndexOf('@');
  const whole = normaliseAddress(text);
  if (whole !== null && domains.includes(domainOf(whole))) return { offers: [whole], isOutside: false };
  const begun = at < 0 ? '' : text.slice(at + 1).toLowerCase();
  const local = at < 0 ? text : text.slice(0, at);
  const offers = domains
    .filter((domain) => domain.startsWith(begun))
    .flatMap((domain) => normaliseAddress(`${local}@${domain}`) ?? []);
  return { offers, isOutside: offers.length === 0 && whole !== null };
}
