import { compile } from 'html-to-text';
import type { Language } from '../../contract/language.ts';
import { mailTexts } from './texts/mail-texts.ts';

/** The parser below takes time with the square of the depth: so many tags are a second at most, and far more than a letter has. */
const MAX_TAGS = 20_000;
/** The text part is for readers without HTML; as much as this fits beside the largest body into the largest mail. */
const MAX_TEXT_CHARACTERS = 10_000;

const oneLineEach = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const toText = compile({
  wordwrap: false,
  limits: { maxDepth: 200 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'tr', format: 'block', options: oneLineEach },
  ],
});
/** What keeps the cells of a row apart: spaces that do not collapse. */
const BETWEEN_CELLS = '\u00a0\u00a0 ';

/** The text part of a mail for a body: its words without its looks, cut where a longer one would cost too much; that it was cut is said in
 *  `language`. */
export function htmlAsText(html: string, language: Language): string {
  const end = nthTag(html, MAX_TAGS);
  const apart = html.slice(0, end).replace(/<\/t[dh]>/gi, `${BETWEEN_CELLS}$&`);
  const text = toText(apart);
  if (end === html.length && text.length <= MAX_TEXT_CHARACTERS) return text;
  return `${text.slice(0, MAX_TEXT_CHARACTERS).toWellFormed()}\n\n[${mailTexts(language).notice.restInHtml}]`;
}

/** Where the tag number `count` begins; the end of the text when there are fewer. */
function nthTag(html: string, count: number): number {
  let at = -1;
  for (let found = 0; found <= count; found += 1) {
    at = html.indexOf('<', at + 1);
    if (at < 0) return html.length;
  }
  return at;
}
