import type { CaughtMail } from '../mail/caught-mail.ts';
import type { DraftStore } from './draft-store.ts';
import { parsePeople } from './parse-people.ts';
import { newDraft } from './simulated-draft.ts';

/** Begins an answer to a mail of the catcher, as Outlook does: to whom it asks answers for, with the subject and what is quoted. Does nothing
 *  where there is no such mail. */
export async function answerMail(store: DraftStore, mailId: string): Promise<void> {
  const mails = (await (await fetch('/demo/mail/messages')).json()) as readonly CaughtMail[];
  const mail = mails.find(({ id }) => id === mailId);
  if (!mail) return;
  const { headers, subject } = mail;
  store.change(() => ({
    ...newDraft(),
    to: { people: parsePeople(headers['reply-to'] ?? mail.from).people, typed: '' },
    subject: /^re:/i.test(subject) ? subject : `RE: ${subject}`,
    inReplyTo: headers['message-id']?.trim() ?? null,
    html: quoted(mail),
  }));
}

/** Text only: what a stranger wrote is nothing for this page to run. */
function quoted({ from, text }: CaughtMail): string {
  const page = document.implementation.createHTMLDocument();
  const paragraph = (words: string) => Object.assign(page.createElement('p'), { textContent: words });
  const quote = page.createElement('blockquote');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  quote.append(...lines.map(paragraph));
  page.body.append(paragraph('\u00a0'), paragraph(`From: ${from}`), quote);
  return page.body.innerHTML;
}
