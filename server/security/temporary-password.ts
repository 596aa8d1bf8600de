import { randomInt } from 'node:crypto';

/** No vowels, so that no words come about, and nothing that looks like something else. */
const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789';
const GROUPS = 4;
const GROUP_CHARACTERS = 4;

/** A new temporary password as people read and type it, `k7qm-x4rd-p9tw-h3vz`: 76 random bits. */
export function makeTemporaryPassword(): string {
  const group = () => Array.from({ length: GROUP_CHARACTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The one spelling of a temporary password: phones begin with a capital letter, and pasted text brings spaces. */
export function spellTemporaryPassword(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z0-9]/g, '');
}
