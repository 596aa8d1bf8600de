import { normaliseAddress } from '../../contract/address.ts';

const KEY = 'sealpost-address';

/** The address that somebody let this browser remember; empty if there is none or the browser keeps nothing. */
export function rememberedAddress(): string {
  try {
    return normaliseAddress(localStorage.getItem(KEY) ?? '') ?? '';
  } catch {
    return '';
  }
}

/** Remembers an address in this browser, or forgets the one it has for null. A browser that keeps nothing is no failure. */
export function rememberAddress(address: string | null): void {
  try {
    if (address === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, address);
  } catch {
    // Next time the address is typed again.
  }
}
