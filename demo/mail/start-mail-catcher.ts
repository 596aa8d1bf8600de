import type { AddressInfo } from 'node:net';
import type { Router } from 'express';
import { SMTPServer } from 'smtp-server';
import { mailRouter } from './mail-router.ts';
import { openMailFolder } from './mail-folder.ts';

interface MailCatcher {
  /** The TCP port on 127.0.0.1 to send mail to, in clear and without a log-in. */
  readonly port: number;
  /** Shows the mails below `/demo/mail`. */
  readonly router: Router;
  close(): Promise<void>;
}

const LARGEST_MAIL_BYTES = 300 * 1024 * 1024;

/** Starts a mail server that delivers nothing: every mail is kept in `folder` before it is acknowledged, and shown in the browser.
 *  @throws when the port is taken */
export async function startMailCatcher({ folder, port }: { folder: string; port: number }): Promise<MailCatcher> {
  const mails = await openMailFolder(folder);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    onData(stream, { envelope }, done) {
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      const to = envelope.rcptTo.map((recipient) => recipient.address.toLowerCase());
      mails.keep(stream, { from, to }).then(
        () => done(),
        () => done(Object.assign(new Error('could not be stored'), { responseCode: 452 })),
      );
    },
  });
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
    router: mailRouter(mails),
    close: () => new Promise((closed) => server.close(closed)),
  };
}
