import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { beginningsOf, foldText, wordsOf } from '../../../server/security/words-of.ts';

const stored = (text: string) => [...wordsOf(text, 'stored')];
const asked = (text: string) => [...wordsOf(text, 'asked')];

test.each([
  ['case', 'RESULTS', 'results'],
  ['German sharp s', 'Straße', 'STRASSE'],
  ['capital sharp s', 'GROẞ', 'gross'],
  ['umlauts without their dots', 'Müller', 'muller'],
  ['ligatures and wide letters', 'ﬁnance Ｆｕｌｌ', 'finance full'],
  ['Turkish i with and without dot', 'İSTANBUL ısı', 'istanbul isi'],
  ['Greek final sigma and accents', 'Ὀδυσσεύς', 'ΟΔΥΣΣΕΥΣ'],
  ['letters with strokes', 'Łódź Ærø', 'lodz aero'],
  ['Arabic vowel points and hamza', 'مُحَمَّد أحمد', 'محمد احمد'],
  ['Hebrew points', 'שָׁלוֹם', 'שלום'],
  ['composed and decomposed letters', 'é'.normalize('NFD') + 'tude 한국'.normalize('NFD'), 'étude 한국'],
  ['half-width kana', 'ｶﾞｷﾞ', 'ガギ'],
  ['soft hyphens and invisible joiners', 'Er\u00adgeb\u200dnis', 'Ergebnis'],
])('%s make no difference', (_what, one, other) => {
  expect(stored(one)).toEqual(stored(other));
  expect(asked(one)).toEqual(asked(other));
  expect(asked(one).length).toBeGreaterThan(0);
});

test('words end where letters and digits end, and one letter is no word', () => {
  expect(stored('Don’t, e-mail pat@client.example: COVID-19 (a)')).toEqual([
    'don',
    'mail',
    'pat',
    'client',
    'example',
    'covid',
    '19',
  ]);
  expect(asked('a & b')).toEqual([]);
});

test.each([
  ['Japanese', '東京都に行く', '京都'],
  ['Chinese', '我的检查结果', '检查'],
  ['one ideograph', '我的检查结果', '查'],
  ['Thai', 'ผลการตรวจของโรงพยาบาล', 'โรงพยาบาล'],
  ['Korean with an ending', '병원에서', '병원'],
  ['a name between other signs', 'iPhoneを買う', 'iPhone'],
])('%s is found inside a text without spaces', (_what, text, word) => {
  const words = wordsOf(text, 'stored');
  expect(asked(word).length).toBeGreaterThan(0);
  expect(asked(word).filter((one) => !words.has(one))).toEqual([]);
});

test('signs that make another letter stay', () => {
  expect(asked('がぎ')).not.toEqual(asked('かき'));
  expect(asked('की')).not.toEqual(asked('के'));
});

test('beginnings count from three letters on and up to twenty, and pairs of signs have none', () => {
  expect(beginningsOf('befund').sort()).toEqual(['bef', 'befu', 'befun', 'befund']);
  expect(beginningsOf('ct')).toEqual(['ct']);
  expect(beginningsOf('東京')).toEqual(['東京']);
  expect(beginningsOf('a'.repeat(64))).toHaveLength(19);
});

test('whatever is typed: folding twice is folding once, and a word that is asked for is found in its own text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(text, (typed) => expect(foldText(foldText(typed))).toBe(foldText(typed))),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(text, (typed) => expect(asked(typed).filter((word) => !wordsOf(typed, 'stored').has(word))).toEqual([])),
    { numRuns: 2000 },
  );
});
