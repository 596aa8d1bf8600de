import type { Config } from '../config.ts';
import type { MessageDocument } from '../store/message-document.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlAsText } from './html-as-text.ts';
import { personName } from './person-name.ts';

/** What stands above a secure message that arrives as ordinary mail. */
interface SecureNotice {
  htmlAbove(html: string): string;
  textAbove(html: string): string;
}

const FONT = "font-family:'Segoe UI',Arial,sans-serif;font-size:14px";

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
    textAbove: (html) => `${sentences}\n\n----\n\n${htmlAsText(html)}\n`,
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
