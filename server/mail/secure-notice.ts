import type { MessageDocument } from '../store/message-document.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlAsText } from './html-as-text.ts';
import type { Letterhead } from './letterhead.ts';
import { personName } from './person-name.ts';
import { mailTexts } from './texts/mail-texts.ts';

/** What stands above a secure message that arrives as ordinary mail. */
export interface SecureNotice {
  htmlAbove(html: string): string;
  textAbove(html: string): Promise<string>;
}

const FONT = "font-family:'Segoe UI',Arial,sans-serif;font-size:14px";

/** Says on top of a message how it came and what a plain answer would do. */
export function secureNotice(message: MessageDocument, config: Letterhead): SecureNotice {
  return noticeAbove([noticeSentences(message, config)], config);
}

/** Puts lines of ours above a message that arrives as ordinary mail. */
export function noticeAbove(lines: readonly string[], config: Letterhead): SecureNotice {
  const banner = `<div style="margin:0 0 16px;padding:10px 14px;border:1px solid #c7c7c7;border-left:4px solid ${config.ORGANISATION_COLOUR};background-color:#f5f5f5;color:#242424;${FONT};line-height:20px">${lines.map(escapeHtml).join('<br>')}</div>`;
  return {
    htmlAbove: (html) => {
      // Inside the body of a whole document, else Outlook would drop the styles in its head.
      const bodyTag = /<body\b[^>]{0,2000}>/i.exec(html);
      if (!bodyTag) return `${banner}<div style="${FONT}">${html}</div>`;
      const start = bodyTag.index + bodyTag[0].length;
      return html.slice(0, start) + banner + html.slice(start);
    },
    textAbove: async (html) => `${lines.join('\n')}\n\n----\n\n${await htmlAsText(html, config.language)}\n`,
  };
}

function noticeSentences({ author, recipients }: MessageDocument, config: Letterhead): string {
  const words = mailTexts(config.language).notice;
  if (author.kind === 'account') {
    const who = `${personName(author)} (${author.address})`;
    return words.fromPortal(who, config.ORGANISATION_NAME);
  }
  const isShared = recipients.some((recipient) => recipient.route === 'portal' && recipient.kind !== 'bcc');
  return isShared ? words.alsoOutside : words.inside;
}
