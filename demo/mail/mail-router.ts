import { create as contentDisposition } from 'content-disposition';
import { type Response, Router } from 'express';
import { type CaughtMail, parseCaughtMail, readCaughtAttachment, readCaughtHtml } from './caught-mail.ts';
import type { MailFolder } from './mail-folder.ts';
import { mailPage } from './mail-page.ts';

const HOME = '/demo/mail';
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A mail may show its pictures and open links in new tabs, and nothing else. */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** The mails of a folder as web pages and as JSON: `/demo/mail?mailbox=ADDRESS`, `?mail=ID`, `?newest=notification`, `/demo/mail/messages`. */
export function mailRouter(folder: MailFolder, isEveryMailCaught: boolean): Router {
  const router = Router();
  const readAll = readOnce(folder);
  router.get(HOME, async (request, response) => {
    const mails = await readAll();
    const { mailbox, mail, newest } = request.query;
    const shown = choose(mails, { mailbox: asText(mailbox), mail: asText(mail), newest: asText(newest) });
    plain(response, PAGE_POLICY)
      .type('html')
      .send(mailPage(mails, shown, { mailbox: asText(mailbox) || (shown?.to ?? ''), isEveryMailCaught }));
  });
  router.get(`${HOME}/messages`, async (_request, response) => {
    plain(response, PAGE_POLICY).json(await readAll());
  });
  router.get(`${HOME}/messages/:id/raw`, async ({ params }, response) => {
    answer(response, await folder.read(params.id), (source) =>
      plain(response, MAIL_POLICY).type('text/plain; charset=utf-8').send(source),
    );
  });
  router.get(`${HOME}/messages/:id/html`, async ({ params }, response) => {
    const source = await folder.read(params.id);
    const html = source && `<base target="_blank">${await readCaughtHtml(source)}`;
    response.removeHeader('X-Frame-Options');
    answer(response, html, (text) => plain(response, MAIL_POLICY).type('html').send(text));
  });
  router.get(`${HOME}/messages/:id/attachments/:index`, async ({ params }, response) => {
    const source = await folder.read(params.id);
    const file = source && (await readCaughtAttachment(source, Number(params.index)));
    answer(response, file, ({ filename, content }) => {
      const headers = { 'Content-Disposition': contentDisposition(filename), 'Content-Type': 'application/octet-stream' };
      plain(response, MAIL_POLICY).set(headers).send(content);
    });
  });
  return router;
}

/** Mails never change: each is parsed once. */
function readOnce(folder: MailFolder): () => Promise<readonly CaughtMail[]> {
  const parsed = new Map<string, Promise<CaughtMail | null>>();
  const parse = async (id: string) => {
    const source = await folder.read(id);
    return source && parseCaughtMail(id, source);
  };
  return async () => {
    const mails = (await folder.list()).map((id) => {
      const mail = parsed.get(id) ?? parse(id);
      parsed.set(id, mail);
      return mail;
    });
    return (await Promise.all(mails)).filter((mail) => mail !== null);
  };
}

interface Wish {
  readonly mailbox: string;
  readonly mail: string;
  readonly newest: string;
}

function choose(mails: readonly CaughtMail[], { mailbox, mail, newest }: Wish): CaughtMail | undefined {
  if (mail !== '') return mails.find(({ id }) => id === mail);
  const inMailbox = mailbox === '' ? mails : mails.filter(({ to }) => to === mailbox);
  return newest === 'notification' ? inMailbox.find(isNotification) : inMailbox[0];
}

/** Only a notification links to a message. */
function isNotification({ text }: CaughtMail): boolean {
  return /\/m\/[A-Za-z0-9_-]{22}\s/.test(text);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function plain(response: Response, policy: string): Response {
  return response.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
}

function answer<T>(response: Response, found: T | null, send: (found: T) => void): void {
  if (found === null) plain(response, PAGE_POLICY).status(404).type('text/plain').send('There is no such mail.');
  else send(found);
}
