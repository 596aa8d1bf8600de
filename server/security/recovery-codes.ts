import { randomInt } from 'node:crypto';
import { limits } from '../../contract/limits.ts';
import type { Keys } from './keys.ts';

/** Letters and digits that nobody takes for one another; ten of them hold 49 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 10;

/** Ten new recovery codes as people write them down, `k7q4m-2xdpa`, and the keyed hashes to keep. */
export function newRecoveryCodes(accountId: string, keys: Keys): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: limits.recoveryCodes }, () => {
    const letters = Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
    return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
  });
  return { codes, hashes: codes.map((code) => hashRecoveryCode(accountId, code, keys)) };
}

/** The hash of a recovery code as typed: case, spaces and hyphens do not matter. */
export function hashRecoveryCode(accountId: string, typed: string, keys: Keys): string {
  return keys.hash('recovery-code', accountId, typed.toLowerCase().replace(/[\s-]/g, '')).toString('base64url');
}
