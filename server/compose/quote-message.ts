import { cleanHtml } from '../security/clean-html.ts';
import type { Config } from '../config.ts';
import { escapeHtml } from '../mail/escape-html.ts';
import { mailDay, mailTime } from '../mail/mail-dates.ts';
import type { MessageContent } from '../security/message-content.ts';
import type { MessageDocument } from '../store/message-document.ts';

const QUOTE = 'margin:0;padding:0 0 0 12px;border-left:3px solid #c7c7c7';

/** The answered message as it stands below an answer: who, when, subject, and the clean text without its pictures. Empty where the text cannot be
 *  cleaned: an answer without its quote is better than none. */
export async function quoteMessage(message: MessageDocument, content: MessageContent, config: Config): Promise<string> {
  const { author, acceptedAt, createdAt } = message;
  const sentAt = acceptedAt ?? createdAt;
  const place = { ...config, language: config.DEFAULT_LANGUAGE };
  const when = `${mailDay(sentAt, place)}, ${mailTime(sentAt, place)}`;
  const who = author.name === '' ? author.address : `${author.name} (${author.address})`;
  const html = await cleanHtml({ html: content.html, pictures: 'none' }).catch(() => null);
  if (html === null) return '';
  return `<hr><p><b>${escapeHtml(who)}</b><br>${escapeHtml(when)}<br>${escapeHtml(content.subject)}</p><blockquote style="${QUOTE}">${html}</blockquote>`;
}
