import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { setImmediate as giveWay } from 'node:timers/promises';
import { keyBytes } from './seal-format.ts';
import { beginningsOf, wordsOf } from './words-of.ts';

/** Where a word stands: `any` is the whole message; `beside` marks a word that stands beside the body and not in it, which tells the words of
 *  the body without writing each of them twice; `mark` is no word but a fact about the entry. */
export type SearchField = 'any' | 'from' | 'to' | 'subject' | 'file' | 'beside' | 'mark';

/** What of an entry can be searched for; only what its reader may see. */
export interface SearchedEntry {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly files: string;
  readonly hasAttachment: boolean;
  readonly bodyWords: ReadonlySet<string>;
}

/** Hashes of one entry; whole words of what stands beside the body come first, then the body, then beginnings. */
const MOST_WORDS = 5000;
const MOST_BESIDE = 2000;
const LEFT_FOR_BEGINNINGS = 500;
/** Words of a body that are kept at most. */
export const mostBodyWords = 4000;
const HASH_BYTES = 8;

/** The key of an account's search words, by HKDF (RFC 5869) from its data key. */
export function searchKeyOf(accountKey: Buffer): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', accountKey, Buffer.alloc(0), 'search words', keyBytes)));
}

/** A word as it is stored: 64 bits of HMAC-SHA-256 over field and word, as 11 characters. Equal words look equal in one mailbox only. */
export function hashWord(searchKey: KeyObject, field: SearchField, word: string): string {
  return createHmac('sha256', searchKey).update(`${field}\0${word}`).digest().subarray(0, HASH_BYTES).toString('base64url');
}

/** Everything by which an entry can be found, at most 5,000 hashes. Beginnings from three letters on count as words, but for the body. Gives way to
 *  others now and then. */
export async function hashEntry(entry: SearchedEntry, searchKey: KeyObject): Promise<string[]> {
  const { bodyWords } = entry;
  const beside = [
    { field: 'from', words: wordsOf(entry.from, 'stored') },
    { field: 'subject', words: wordsOf(entry.subject, 'stored') },
    { field: 'to', words: wordsOf(entry.to, 'stored') },
    { field: 'file', words: wordsOf(entry.files, 'stored') },
  ] as const;
  const hashes = new Set<string>();
  const add = (fields: readonly SearchField[], word: string) => {
    for (const field of fields) hashes.add(hashWord(searchKey, field, word));
  };
  const addEach = async (words: Iterable<string>, fields: (word: string) => readonly SearchField[], most: number) => {
    for (const word of words) {
      if (hashes.size + fields(word).length > most) return;
      add(fields(word), word);
      if (hashes.size % 256 < 3) await giveWay();
    }
  };
  add(['mark'], 'entry');
  if (entry.hasAttachment) add(['mark'], 'attachment');
  const fieldsBeside = (field: SearchField) => (word: string) =>
    bodyWords.has(word) ? (['any', field] as const) : (['any', field, 'beside'] as const);
  for (const { field, words } of beside) await addEach(words, fieldsBeside(field), MOST_BESIDE);
  await addEach(bodyWords, () => ['any'], MOST_WORDS - LEFT_FOR_BEGINNINGS);
  for (const { field, words } of beside) await addEach([...words].flatMap(beginningsOf), fieldsBeside(field), MOST_WORDS);
  return [...hashes];
}
