import { compile } from 'html-to-text';
import type { Config } from '../config.ts';
import type { MessageDocument } from '../store/message-document.ts';
import { escapeHtml } from './escape-html.ts';
import { personName } from './person-name.ts';

/** What stands above a secure message that arrives as ordinary mail. */
interface SecureNotice {
  htmlAbove(html: string): string;
  textAbove(html: string): string;
}

const FONT = "font-family:'Segoe UI',Arial,sans-serif;font-size:14px";
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

/** Says on top of a message how it came and what a plain answer would do. */
export function secureNotice(message: MessageDocument, config: Config): SecureNotice {
  const sentences = noticeSentences(message, config);
  const banner = `<div style="margin:0 0 16px;padding:10px 14px;border:1px solid #c7c7c7;border-left:4px solid ${config.ORGANISATION_COLOUR};background-color:#f5f5f5;color:#242424;${FONT};line-height:20px">${escapeHtml(sentences)}</div>`;
  return {
    htmlAbove: (html) => {
      // Inside the body of a whole document, else Outlook would drop the styles in its head.
      const bodyTag = /<body\b[^>]{0,2000}>/i.exec(html);
      if (!bodyTag) return `${banner}<div style="${FONT}">${html}</div>`;
      const start = bodyTag.index + bodyTag[0].length;
      return html.slice(0, start) + banner + html.slice(start);
    },
    textAbove: (html) => `${sentences}\n\n----\n\n${textOf(html)}\n`,
  };
}

function noticeSentences({ author, recipients }: MessageDocument, config: Config): string {
  const safely = 'To answer safely, choose Send Secure in Outlook.';
  if (author.kind === 'account') {
    const who = `${personName(author)} (${author.address})`;
    return `${who} wrote this in the portal of ${config.ORGANISATION_NAME}. If you simply reply, your answer is sent unprotected. ${safely}`;
  }
  const isShared = recipients.some((recipient) => recipient.route === 'portal' && recipient.kind !== 'bcc');
  return isShared
    ? `This message was sent securely. People outside the organisation read it in the portal; if you simply reply to them, your answer is sent unprotected. ${safely}`
    : 'This message was sent securely inside the organisation.';
}

function textOf(html: string): string {
  const end = nthTag(html, MAX_TAGS);
  const apart = html.slice(0, end).replace(/<\/t[dh]>/gi, `${BETWEEN_CELLS}$&`);
  const text = toText(apart);
  if (end === html.length && text.length <= MAX_TEXT_CHARACTERS) return text;
  return `${text.slice(0, MAX_TEXT_CHARACTERS).toWellFormed()}\n\n[The rest is in the HTML part of this mail.]`;
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
