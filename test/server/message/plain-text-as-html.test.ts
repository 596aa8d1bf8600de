/** @jest-environment jest-fixed-jsdom */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainTextAsHtml } from '../../../server/message/plain-text-as-html.ts';

function parse(text: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = plainTextAsHtml(text);
  return template.content;
}

/** What a browser shows where white space is kept. */
function textOf(fragment: DocumentFragment): string {
  for (const lineEnd of fragment.querySelectorAll('br')) lineEnd.replaceWith('\n');
  return fragment.textContent;
}

// A nul is no character of HTML: every parser drops or replaces it.
const typed = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          '<',
          '>',
          '&',
          '"',
          "'",
          '&amp;',
          '<script>',
          '</div>',
          '<!--',
          ']]>',
          '\r\n',
          '\r',
          '\n',
          '  ',
          '\t',
          'a',
          '&lt',
          '&#60;',
        ),
      )
      .map((parts) => parts.join('')),
  )
  .map((text) => text.replaceAll('\u0000', ''));

test('whatever is typed is shown as it was typed', () => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(textOf(parse(text))).toBe(text.replace(/\r\n?/g, '\n'));
    }),
    { numRuns: 2000 },
  );
});

test('whatever is typed makes no element but line breaks', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const names = [...parse(text).querySelectorAll('*')].map(({ localName }) => localName);
      expect(names.filter((name) => name !== 'br')).toEqual(['div']);
    }),
    { numRuns: 2000 },
  );
});

test('spaces and line ends are kept', () => {
  expect(plainTextAsHtml('a  b\r\nc')).toBe('<div style="white-space: pre-wrap">a  b<br>c</div>');
});
