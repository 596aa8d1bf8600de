import { expect, test } from '@jest/globals';
import { bodyWords } from '../../../server/message/body-words.ts';
import { wordHtml } from '../../support/word-html.ts';

const wordsIn = async (html: string, most = 4000) => [...(await bodyWords(html, most))];

test('only what is read counts: no tags, attributes, comments, styles or scripts', async () => {
  const html =
    '<head><title>title</title><style>.hid{color:red}</style></head><!-- remark --><p class="klass" title="tip">Seen</p><script>run()</script>';
  expect(await wordsIn(html)).toEqual(['seen']);
});

test('blocks separate words, marks within a word do not, entities are letters', async () => {
  expect(await wordsIn('<td>One</td><td>two</td>three<br>four')).toEqual(['one', 'two', 'three', 'four']);
  expect(await wordsIn('<b>Un</b>ter<i>such</i>ung &Uuml;ber gr&#246;&szlig;e')).toEqual(['untersuchung', 'uber', 'grosse']);
});

test('words keep together wherever the text is cut for reading it', async () => {
  const words = Array.from({ length: 30_000 }, (_, index) => `word${index % 900}x`);
  const found = await wordsIn(words.map((word) => `<p>${word}</p>`).join(''));
  expect(new Set(found)).toEqual(new Set(words));
});

test('a body gives so many words and no more', async () => {
  expect(await wordsIn(Array.from({ length: 500 }, (_, index) => `w${index}`).join(' '), 100)).toHaveLength(100);
});

test.each([
  ['a letter of Word', wordHtml],
  ['hundreds of thousands of open elements', '<div>'.repeat(200_000)],
  ['nothing but signs', '&a<'.repeat(200_000)],
  ['one word without an end', 'ü'.repeat(500_000)],
])('%s ends soon', async (_what, html) => {
  expect((await wordsIn(html)).length).toBeLessThanOrEqual(4000);
});
