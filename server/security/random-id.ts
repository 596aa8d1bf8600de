import { randomBytes, randomInt } from 'node:crypto';

/** 128 random bits as 22 characters of base64url. */
export function randomId(): string {
  return randomBytes(16).toString('base64url');
}

/** A random code of `digits` decimal digits. */
export function randomDigits(digits: number): string {
  return Array.from({ length: digits }, () => randomInt(10)).join('');
}
