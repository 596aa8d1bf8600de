import { createSecretKey, type KeyObject } from 'node:crypto';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { Keys } from './keys.ts';
import { hashWord } from './search-words.ts';
import { beginningsOf, wordsOf } from './words-of.ts';

/** What a sent message can be searched for by the member of staff who sent it. */
export interface SearchedSent {
  readonly subject: string;
  readonly people: readonly { readonly name: string; readonly address: string }[];
}

/** Whole words come first, the subject's before those of the people. */
const MOST_WORDS = 2000;

/** The key of the search words of one member of staff: equal words of two of them never look equal. */
export function sentSearchKey(staffId: string, { hash }: Pick<Keys, 'hash'>): KeyObject {
  return createSecretKey(hash('sent-search', staffId));
}

/** A word as it is stored for, and asked by, a member of staff. */
export function hashSentWord(searchKey: KeyObject, word: string): string {
  return hashWord(searchKey, 'any', word);
}

/** Everything by which a sent message can be found, at most 2,000 hashes: words, and their beginnings from three letters on. Gives way to others
 *  now and then. */
export async function hashSent({ subject, people }: SearchedSent, searchKey: KeyObject): Promise<string[]> {
  const named = people.map(({ name, address }) => `${name} ${address}`).join(' ');
  const whole = [...wordsOf(subject, 'stored'), ...wordsOf(named, 'stored')];
  const words = new Set([...whole, ...whole.flatMap(beginningsOf)]);
  const hashes: string[] = [];
  for (const word of words) {
    if (hashes.length === MOST_WORDS) break;
    hashes.push(hashSentWord(searchKey, word));
    if (hashes.length % 256 === 0) await giveWay();
  }
  return hashes;
}
