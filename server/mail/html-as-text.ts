import type { Language } from '../../contract/language.ts';
import { bodyText } from '../security/body-text.ts';
import { inTwoThreads, type WorksFor } from '../security/in-two-threads.ts';
import { ThreadEndedError } from '../security/thread.ts';
import { mailTexts } from './texts/mail-texts.ts';

/** Far more than a letter has. */
const MAX_TAGS = 20_000;
/** The text part is for readers without HTML; as much as this fits beside the largest body into the largest mail. */
const MAX_TEXT_CHARACTERS = 10_000;
const KILL_AFTER_MS = 2000;

const convert: (html: string, worksFor: WorksFor) => Promise<string | null> = inTwoThreads(
  new URL('./html-as-text-worker.ts', import.meta.url),
  KILL_AFTER_MS,
);

/** The text part of a mail for a body: its words without its looks, cut where a longer one would cost too much; that it was cut is said in
 *  `language`. Where the looks cannot be read within 2 seconds, the bare words. @throws throttled where too many requests wait */
export async function htmlAsText(html: string, language: Language, worksFor: WorksFor = 'mails'): Promise<string> {
  const end = nthTag(html, MAX_TAGS);
  const shaped = await convert(html.slice(0, end), worksFor).catch((error: unknown) => {
    if (error instanceof ThreadEndedError) return null;
    throw error;
  });
  const text = shaped ?? (await bareWords(html));
  const isWhole = (shaped === null || end === html.length) && text.length <= MAX_TEXT_CHARACTERS;
  if (isWhole) return text;
  return `${text.slice(0, MAX_TEXT_CHARACTERS).toWellFormed()}\n\n[${mailTexts(language).notice.restInHtml}]`;
}

/** A little more than is shown, so that a rest is known to be one. */
async function bareWords(html: string): Promise<string> {
  let words = '';
  for await (const piece of bodyText(html)) {
    words = (words + piece).replace(/\s+/g, ' ');
    if (words.length > MAX_TEXT_CHARACTERS) break;
  }
  return words.trim();
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
