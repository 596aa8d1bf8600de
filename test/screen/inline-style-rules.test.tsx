import { beforeAll, expect, test } from '@jest/globals';
import { type StyleLimits, inlineStyleRules } from '../../screen/inline-style-rules.ts';
import { constructSheets } from '../support/construct-sheets.ts';

beforeAll(constructSheets);

function stylesOf(html: string, limits?: StyleLimits): (string | null)[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  inlineStyleRules(page, window, limits);
  return [...page.body.children].filter(({ localName }) => localName !== 'style').map((element) => element.getAttribute('style'));
}

test('Word’s margins of a paragraph survive what Outlook says of every paragraph after them', () => {
  const html = '<style>p.MsoNormal{margin-bottom:8pt}</style><style>P{margin-top:0;margin-bottom:0}</style><p class=MsoNormal>';
  expect(stylesOf(html)).toEqual(['margin-top: 0; margin-bottom: 8pt;']);
});

test.each([
  ['the later of two that are as strong', '.a{color:red}.b{color:blue}', 'color: blue;'],
  ['an id before classes', '#x{color:red}p.a.b{color:blue}', 'color: red;'],
  ['each selector of a list by its own strength', 'p.a, li.a, div.a{color:red}p.a.b{color:blue}', 'color: blue;'],
  ['a class after a list of other elements', 'p.a{color:red}p, h1, h2, h3, h4, h5, h6, li, td, th{color:blue}', 'color: red;'],
  ['rules inside a comment, as Word writes them', '<!-- /* Style */ p.a{color:red} -->', 'color: red;'],
  ['a selector with commas in brackets and quotes', 'p:not(:is(b, i), u, [title=","]), p{color:red}', 'color: red;'],
  [
    'nothing that needs a look at all around',
    'p:not(:has(b)){color:blue}:not(b ~ p).b{color:blue}p[class~=a]{color:red}',
    'color: red;',
  ],
  ['nothing of a rule for paper', 'p{color:red}@media print{p.a{color:blue}}', 'color: red;'],
  ['nothing of what it cannot read', 'p::part(x){color:blue}p:nonsense{color:blue}p{color:red}', 'color: red;'],
])('it takes %s', (_what, sheet, style) => {
  expect(stylesOf(`<style>${sheet}</style><p id=x class="a b">`)).toEqual([style]);
});

test('a sheet for paper says nothing', () => {
  expect(stylesOf('<style media=print>p{color:red}</style><style media="screen">p{margin:0}</style><p>')).toEqual(['margin: 0;']);
});

test('what an element says itself has the last word', () => {
  expect(stylesOf('<style>p{color:red}</style><p style="color:blue">')).toEqual(['color: red; color:blue']);
});

test('whoever writes thousands of rules for thousands of elements is not followed', () => {
  const limits = { sheetCharacters: 1000, rules: 2, matches: 1000, characters: 1000, milliseconds: 10_000 };
  const html = '<style>p{color:red}p{margin:0}p{padding:0}</style><p>';
  expect(stylesOf(html, limits)).toEqual(['color: red; margin: 0;']);
  expect(stylesOf(html, { ...limits, matches: 5 })).toEqual(['color: red;']);
  expect(stylesOf(html, { ...limits, sheetCharacters: 13 })).toEqual(['color: red;']);
  expect(stylesOf(html, { ...limits, characters: 10 })).toEqual([null]);
  expect(stylesOf(html, { ...limits, milliseconds: -1 })).toEqual([null]);
});

const MANY = 150_000;

test.each([
  ['brackets inside quotes that nothing closes', `p,b[title="](${'('.repeat(MANY)}"]{color:red}`],
  ['corners that mean themselves', `p,b.${'\\['.repeat(MANY / 2)}{color:red}`],
  ['a long list before a long text', `${'p,'.repeat(MANY / 4)}p{--x:${'x'.repeat(MANY)};color:red}`],
])('a sheet of %s is done in a moment', (_what, sheet) => {
  const from = performance.now();
  expect(
    stylesOf(`<style>${sheet}</style><p>`, {
      sheetCharacters: 400_000,
      rules: 2,
      matches: 1000,
      characters: 1_000_000,
      milliseconds: 30_000,
    }),
  ).toEqual([expect.stringContaining('color: red')]);
  expect(performance.now() - from).toBeLessThan(5000);
});
