import type { Keys } from './keys.ts';

/** Crockford's base 32: no I, L, O, U, so that what people mistake for one another is the same digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 8;

/** The code by which the reader of a notification can check that it is ours: `K7Q4-M2XD`. Always the same for one delivery. */
export function verificationCode(deliveryId: string, keys: Keys): string {
  // 32 divides 256, so every character is as likely.
  const characters = [...keys.hash('verification-code', deliveryId).subarray(0, CHARACTERS)].map((byte) => ALPHABET[byte % 32]);
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}

/** What the database keeps of a code, and what a typed one is looked up by. Capitals, spaces, hyphens and look-alikes (O and 0, I, L and 1, U and V)
 *  do not matter. */
export function verificationHash(typed: string, keys: Keys): string {
  const characters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replaceAll('U', 'V');
  return keys.hash('verification-hash', characters).toString('base64url');
}
