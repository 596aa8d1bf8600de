import { beforeAll, expect, test } from '@jest/globals';
import { shapedBody } from '../../../addin/send/shaped-body.ts';
import { limits } from '../../../contract/limits.ts';
import { constructSheets } from '../../support/construct-sheets.ts';

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const sheet =
  '<style>p.MsoNormal{margin-bottom:8pt;line-height:107%;font-family:Aptos}</style><style>P{margin-top:0;margin-bottom:0}</style>';

beforeAll(constructSheets);

test('what Word says of its paragraphs goes out with each of them, and the sheets stay behind', () => {
  const html = shapedBody(
    page(`<html><head>${sheet}</head><body style="color:navy"><p class=MsoNormal>Dear Pat</p></body></html>`),
  );
  expect(html).toBe(
    '<div style="color:navy"><p class="MsoNormal" style="margin-top: 0; margin-bottom: 8pt; line-height: 107%; font-family: Aptos;">Dear Pat</p></div>',
  );
});

test('a text of Word just below 5 MB, which its styles would make larger than that, goes out with the sheets instead', () => {
  const word = page(`<html><head>${sheet}</head><body></body></html>`);
  const paragraph = word.createElement('p');
  paragraph.className = 'MsoNormal';
  paragraph.textContent = 'All is well with the heart. '.repeat(80);
  const count = Math.floor((limits.messageHtmlBytes - 1000) / paragraph.outerHTML.length);
  word.body.append(...Array.from({ length: count }, () => paragraph.cloneNode(true)));
  const html = shapedBody(word);
  expect(html).toHaveLength(count * paragraph.outerHTML.length + sheet.length + '<div></div>'.length);
  expect(html.slice(0, 300)).toBe(`<div>${sheet}${paragraph.outerHTML}`.slice(0, 300));
});
