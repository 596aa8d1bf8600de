import type { Context } from '../context.ts';
import { escapeHtml } from '../mail/escape-html.ts';
import { mailDay, mailTime } from '../mail/mail-dates.ts';
import { cleanHtml, HtmlNotCleanedError } from '../security/clean-html.ts';
import { type Quote, readableQuotesOf } from '../security/quotes-of.ts';
import type { MessageContent } from '../security/message-content.ts';
import type { MessageDocument } from '../store/message-document.ts';
import { sentAtOf } from '../store/sent-at-of.ts';

const QUOTE = 'margin:0;padding:0 0 0 12px;border-left:3px solid #c7c7c7';

/** Messages of one conversation below an answer at most. */
const MOST_QUOTES = 20;

/** What stands below an account's answer: the answered message, and what that quotes, as far as the account may read it. None where the text
 *  cannot be cleaned: an answer without its quote is better than none. @throws throttled */
export async function quoteMessage(
  message: MessageDocument,
  content: MessageContent,
  accountId: string,
  context: Context,
): Promise<readonly Quote[]> {
  const html = await describe(message, content, accountId, context);
  if (html === null) return [];
  return [{ quoted: message, html }, ...(await readableQuotesOf(message, accountId, context))].slice(0, MOST_QUOTES);
}

/** Who, when, subject, and the clean text without its pictures. */
async function describe(
  message: MessageDocument,
  content: MessageContent,
  accountId: string,
  { config }: Context,
): Promise<string | null> {
  const { author } = message;
  const sentAt = sentAtOf(message);
  const place = { ...config, language: config.DEFAULT_LANGUAGE };
  const when = `${mailDay(sentAt, place)}, ${mailTime(sentAt, place)}`;
  const who = author.name === '' ? author.address : `${author.name} (${author.address})`;
  const html = await cleanHtml({ html: content.html, pictures: 'none' }, { accountId }).catch((error: unknown) => {
    if (error instanceof HtmlNotCleanedError) return null;
    throw error;
  });
  if (html === null) return null;
  return `<hr><p><b>${escapeHtml(who)}</b><br>${escapeHtml(when)}<br>${escapeHtml(content.subject)}</p><blockquote style="${QUOTE}">${html}</blockquote>`;
}
