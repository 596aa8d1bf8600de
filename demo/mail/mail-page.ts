import { people } from '../identity/people.ts';
import { escapeHtml } from '../../server/mail/escape-html.ts';
import type { CaughtMail } from './caught-mail.ts';
import { mailPageStyle } from './mail-page-style.ts';

interface MailPageWishes {
  /** The mailbox whose mails are listed; empty for all. */
  readonly mailbox: string;
  /** Whether no mail of this server goes anywhere else. */
  readonly isEveryMailCaught: boolean;
}

/** The page of all caught mails: mailboxes, the mails of one of them, and one mail opened. */
export function mailPage(
  mails: readonly CaughtMail[],
  shown: CaughtMail | undefined,
  { mailbox, isEveryMailCaught }: MailPageWishes,
): string {
  const mailboxes = [...new Set(mails.map(({ to }) => to))].sort();
  const listed = mailbox === '' ? mails : mails.filter(({ to }) => to === mailbox);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(shown ? `${shown.subject} - mails` : 'Mails')}</title>
<style>${mailPageStyle}</style>
</head>
<body>
<header><h1>${isEveryMailCaught ? 'Every mail that left the server' : 'Mails caught on this machine'}</h1><p>${whereabouts(isEveryMailCaught)} <a href="/">What to try</a> <a href="${escapeHtml(linkTo({ mailbox }))}">Look for new mail</a></p></header>
<div class="columns">
<nav aria-label="Mailboxes"><h2>Mailboxes</h2>${mailboxes.map((address) => mailboxLink(address, mails, address === mailbox)).join('')}</nav>
<section aria-label="Mails" class="list"><h2>${escapeHtml(mailbox === '' ? 'All mails' : mailbox)}</h2>${listed.map((mail) => mailLink(mail, mail === shown)).join('') || '<p class="faint">No mail yet.</p>'}</section>
<main>${shown ? mailView(shown) : '<p class="faint">No mail is open.</p>'}</main>
</div>
</body>
</html>
`;
}

function whereabouts(isEveryMailCaught: boolean): string {
  const here = 'Nothing here went out to the world.';
  return isEveryMailCaught ? here : `${here} What a configured mail server took is not here.`;
}

function linkTo(query: Record<string, string>): string {
  const known = Object.entries(query).filter(([, value]) => value !== '');
  return known.length === 0 ? '/demo/mail' : `/demo/mail?${new URLSearchParams(known).toString()}`;
}

function mailboxLink(address: string, mails: readonly CaughtMail[], isCurrent: boolean): string {
  const count = mails.filter(({ to }) => to === address).length;
  return `<a href="${escapeHtml(linkTo({ mailbox: address }))}"${isCurrent ? ' aria-current="true"' : ''}>${escapeHtml(address)} <span class="faint">${count}</span></a>`;
}

function mailLink(mail: CaughtMail, isCurrent: boolean): string {
  return `<a href="${escapeHtml(linkTo({ mailbox: mail.to, mail: mail.id }))}"${isCurrent ? ' aria-current="true"' : ''}><b>${escapeHtml(mail.subject || '(no subject)')}</b><span>${escapeHtml(mail.from)}</span><time datetime="${escapeHtml(mail.date)}">${escapeHtml(shortTime(mail.date))}</time></a>`;
}

function mailView(mail: CaughtMail): string {
  const at = `/demo/mail/messages/${mail.id}`;
  const facts = [
    ['From', mail.from],
    ['To', mail.headers['to'] ?? mail.to],
    ['Cc', mail.headers['cc'] ?? ''],
    ['Reply-To', mail.headers['reply-to'] ?? ''],
    ['Date', mail.headers['date'] ?? mail.date],
  ].filter(([, value]) => value !== '');
  return `<article><h2>${escapeHtml(mail.subject || '(no subject)')}</h2>
<dl>${facts.map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
${attachmentLinks(mail, at)}
${mail.html === '' ? '' : `<iframe title="Mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${at}/html"></iframe>`}
<details${mail.html === '' ? ' open' : ''}><summary>Text part</summary><pre>${escapeHtml(mail.text)}</pre></details>
<details><summary>All headers</summary><pre>${escapeHtml(headerLines(mail))}</pre></details>
<p>${isToStaff(mail) ? `<a href="/demo/outlook?answer=${encodeURIComponent(mail.id)}">Answer in Outlook</a> ` : ''}<a href="${at}/raw">Source of this mail</a></p></article>`;
}

/** The simulated Outlook is that of one person. */
const isToStaff = ({ to }: CaughtMail): boolean => to === people.alex.address;

function attachmentLinks({ attachments }: CaughtMail, at: string): string {
  if (attachments.length === 0) return '';
  const links = attachments.map(
    ({ filename, size }, index) =>
      `<li><a href="${at}/attachments/${index}" download>${escapeHtml(filename)}</a> <span class="faint">${sizeText(size)}</span></li>`,
  );
  return `<ul class="files" aria-label="Attachments">${links.join('')}</ul>`;
}

function headerLines({ headers }: CaughtMail): string {
  return Object.entries(headers)
    .flatMap(([name, values]) => values.split('\n').map((value) => `${name}: ${value}`))
    .join('\n');
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function shortTime(date: string): string {
  const time = new Date(date);
  return Number.isNaN(time.getTime())
    ? date
    : new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
