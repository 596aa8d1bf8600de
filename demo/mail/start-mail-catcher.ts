import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { Router } from 'express';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerEnvelope } from 'smtp-server';
import { headersOf } from './headers-of.ts';
import { type MailFolder, openMailFolder } from './mail-folder.ts';
import { mailRouter } from './mail-router.ts';
import { refusalOf } from './refused-address.ts';
import { returnMail } from './return-mail.ts';
import { writeReport } from './write-report.ts';

interface CatcherWishes {
  readonly folder: string;
  readonly port: number;
  /** False where some mail goes elsewhere, for the page to say so; true unless told. */
  readonly isEveryMailCaught?: boolean;
}

interface MailCatcher {
  /** The TCP port on 127.0.0.1 to send mail to, in clear and without a log-in. */
  readonly port: number;
  /** Shows the mails below `/demo/mail`. */
  readonly router: Router;
  /** From now on reports about mails that could not be delivered go by SMTP to this port of 127.0.0.1; until then they wait a minute for it. */
  sendReportsTo(port: number): void;
  close(): Promise<void>;
}

/** Brings a report to the envelope sender of the mail it is about. */
type ReturnReport = (report: Buffer, to: string) => Promise<void>;

const LARGEST_MAIL_BYTES = 300 * 1024 * 1024;

/** Starts a mail server that delivers nothing: every mail is kept in `folder` before it is acknowledged, and shown in the browser. What is sent to
 *  `nobody@…` and `full@…` comes back as a report. @throws when the port is taken */
export async function startMailCatcher({ folder, port, isEveryMailCaught = true }: CatcherWishes): Promise<MailCatcher> {
  const mails = await openMailFolder(folder);
  const closing = new AbortController();
  let reportPort: number | null = null;
  const returnReport = (report: Buffer, to: string) =>
    returnMail(report, to, { port: () => reportPort, signal: closing.signal }).catch(() => undefined);
  const server = createCatcher(mails, returnReport);
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      // A connection that breaks off is the client's affair.
      server.on('error', () => undefined);
      listening();
    });
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    router: mailRouter(mails, isEveryMailCaught),
    sendReportsTo: (opened) => {
      reportPort = opened;
    },
    close: () => {
      closing.abort();
      return new Promise((closed) => server.close(closed));
    },
  };
}

function createCatcher(mails: MailFolder, returnReport: ReturnReport): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    onData(stream, { envelope }, done) {
      take(stream, envelope, mails, returnReport).then(
        () => done(),
        () => done(Object.assign(new Error('could not be stored'), { responseCode: 452 })),
      );
    },
  });
}

async function take(
  stream: SMTPServerDataStream,
  { mailFrom, rcptTo }: SMTPServerEnvelope,
  mails: MailFolder,
  returnReport: ReturnReport,
): Promise<void> {
  const from = mailFrom ? mailFrom.address : '';
  const people = rcptTo.map(({ address }) => address.toLowerCase());
  const headers = headersOf(stream);
  await mails.keep(stream, { from, to: people.filter((address) => refusalOf(address) === null) });
  // Nobody is told of a mail without a sender: that is a report itself.
  for (const to of from === '' ? [] : people) {
    const refusal = refusalOf(to);
    if (refusal === null) continue;
    const report = await writeReport({ from, to, headers: headers(), refusal });
    await mails.keep(Readable.from([report]), { from: '', to: [mailboxOf(from)] });
    void returnReport(report, from);
  }
}

/** Reports to `bounce+TOKEN@domain` lie together in one mailbox. */
function mailboxOf(address: string): string {
  return address.replace(/\+[^@]*/, '');
}
