import { createHmac, hkdfSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { hashEntry, hashWord, type SearchedEntry, searchKeyOf } from '../../../server/security/search-words.ts';

const accountKey = Buffer.alloc(32, 7);
const searchKey = searchKeyOf(accountKey);
const entryWith = (changes: Partial<SearchedEntry>): SearchedEntry => ({
  ...{ from: '', to: '', subject: '', files: '', hasAttachment: false, bodyWords: new Set() },
  ...changes,
});
const many = (count: number) => Array.from({ length: count }, (_, index) => `w${index.toString(36)}`);

test('a word is 64 bits of HMAC-SHA-256 over field and word, under a key derived for the account', () => {
  const key = Buffer.from(hkdfSync('sha256', accountKey, '', 'search words', 32));
  const digest = createHmac('sha256', key).update('any\0befund').digest();
  expect(hashWord(searchKey, 'any', 'befund')).toBe(digest.subarray(0, 8).toString('base64url'));
  expect(hashWord(searchKey, 'any', 'befund')).toBe('MBG5c2YU9cg');
});

test('the same word looks different in another field and in another mailbox', () => {
  const other = searchKeyOf(Buffer.alloc(32, 8));
  const hashes = [
    hashWord(searchKey, 'any', 'befund'),
    hashWord(searchKey, 'subject', 'befund'),
    hashWord(other, 'any', 'befund'),
  ];
  expect(new Set(hashes).size).toBe(3);
});

test('a word of the body stands there once, a word beside it with its beginnings', async () => {
  const hashes = await hashEntry(entryWith({ subject: 'Befund', bodyWords: new Set(['werte']) }), searchKey);
  const has = (field: Parameters<typeof hashWord>[1], word: string) => hashes.includes(hashWord(searchKey, field, word));
  expect([has('any', 'werte'), has('any', 'wer'), has('beside', 'werte')]).toEqual([true, false, false]);
  expect([has('any', 'bef'), has('subject', 'bef'), has('beside', 'bef'), has('from', 'bef')]).toEqual([true, true, true, false]);
});

test('an entry has at most 5,000 hashes, and each part has its share', async () => {
  const words = many(6000);
  const hashes = await hashEntry(
    entryWith({ subject: 'Important', to: words.join(' '), files: words.join(' '), bodyWords: new Set(words) }),
    searchKey,
  );
  expect(hashes.length).toBeLessThanOrEqual(5000);
  expect(hashes.length).toBeGreaterThan(4900);
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashes).toContain(hashWord(searchKey, 'subject', 'impor'));
  expect(hashes).toContain(hashWord(searchKey, 'any', words[1500] ?? ''));
});
