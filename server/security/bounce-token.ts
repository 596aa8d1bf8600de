import { timingSafeEqual } from 'node:crypto';
import { base32nopad } from '@scure/base';
import type { Keys } from './keys.ts';

const ID_BYTES = 16;
const SIGNATURE_BYTES = 12;

/** What stands for one mail in its envelope sender: its id and our signature, 45 characters of base 32 (RFC 4648), no matter in which case.
 *  `mailMessageId` are 128 bits as hexadecimal digits. */
export function bounceToken(mailMessageId: string, keys: Keys): string {
  const token = Buffer.concat([Buffer.from(mailMessageId, 'hex'), signatureOf(mailMessageId, keys)]);
  return base32nopad.encode(token).toLowerCase();
}

/** The mail a token stands for; null when the token is not ours. Compared in constant time. */
export function readBounceToken(token: string, keys: Keys): string | null {
  const bytes = decode(token);
  if (bytes?.length !== ID_BYTES + SIGNATURE_BYTES) return null;
  const mailMessageId = bytes.subarray(0, ID_BYTES).toString('hex');
  return timingSafeEqual(bytes.subarray(ID_BYTES), signatureOf(mailMessageId, keys)) ? mailMessageId : null;
}

function signatureOf(mailMessageId: string, keys: Keys): Buffer {
  return keys.hash('bounce-token', mailMessageId).subarray(0, SIGNATURE_BYTES);
}

function decode(token: string): Buffer | null {
  try {
    return Buffer.from(base32nopad.decode(token.toUpperCase()));
  } catch {
    return null;
  }
}
