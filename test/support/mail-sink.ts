import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { localhostCertificate } from './localhost-certificate.ts';

export interface SunkMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly isEncrypted: boolean;
  readonly raw: Buffer;
  readonly mail: Email;
}

/** What the sink does wrong; changed at any time. */
export interface MailFaults {
  /** Answers RCPT TO with this status, by recipient; 4xx or 5xx. */
  rcpt: Record<string, number>;
  /** Answers the data of a mail with this status, by recipient. */
  data: Record<string, number>;
  /** Answers MAIL FROM with this status. */
  mailFrom: number | null;
  /** Waits so long before a mail is acknowledged, in milliseconds. */
  slowMs: number;
  /** Keeps the mail, then drops the connection instead of acknowledging, so many times. */
  cutsAfterData: number;
}

export interface MailSink {
  readonly port: number;
  readonly url: string;
  readonly mails: readonly SunkMail[];
  readonly faults: MailFaults;
  /** The mails to one address. */
  mailsTo(address: string): readonly SunkMail[];
  /** How many connections were under way at once, at most. */
  readonly mostConnections: number;
  /** Refuses connections from now on, until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

type StartTls = 'absent' | 'offered' | 'broken';

/** Starts an SMTP server on loopback that keeps mails in memory. `offered`: STARTTLS with the certificate for tests; `broken`: STARTTLS is
 *  offered, and the handshake fails. */
export async function openMailSink({ startTls = 'absent' }: { startTls?: StartTls } = {}): Promise<MailSink> {
  const mails: SunkMail[] = [];
  const faults: MailFaults = { rcpt: {}, data: {}, mailFrom: null, slowMs: 0, cutsAfterData: 0 };
  const counts = { now: 0, most: 0 };
  let server = createServer(startTls, mails, faults, counts);
  await listen(server, 0);
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://localhost:${port}`,
    mails,
    faults,
    mailsTo: (address) => mails.filter(({ to }) => to.includes(address)),
    get mostConnections() {
      return counts.most;
    },
    pause: () => close(server),
    async resume() {
      server = createServer(startTls, mails, faults, counts);
      await listen(server, port);
    },
    close: () => close(server),
  };
}

function createServer(
  startTls: StartTls,
  mails: SunkMail[],
  faults: MailFaults,
  counts: { now: number; most: number },
): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: startTls === 'absent' ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    ...localhostCertificate,
    ...(startTls === 'broken' ? { minVersion: 'TLSv1' as const, maxVersion: 'TLSv1.1' as const } : {}),
    closeTimeout: 1,
    onConnect(_session, done) {
      counts.now += 1;
      counts.most = Math.max(counts.most, counts.now);
      done();
    },
    onClose() {
      counts.now -= 1;
    },
    onMailFrom: (_address, _session, done) => done(faults.mailFrom === null ? null : refusal(faults.mailFrom)),
    onRcptTo: ({ address }, _session, done) => {
      const status = faults.rcpt[address];
      done(status === undefined ? null : refusal(status));
    },
    onData(stream, session, done) {
      receive(stream, session, faults, mails).then(
        (answer) => (answer === 'cut' ? cut(server) : done(answer)),
        () => undefined,
      );
    },
  });
  server.on('error', () => undefined);
  return server;
}

async function receive(
  stream: NodeJS.ReadableStream,
  session: SMTPServerSession,
  faults: MailFaults,
  mails: SunkMail[],
): Promise<Error | null | 'cut'> {
  const raw = await buffer(stream);
  const to = session.envelope.rcptTo.map(({ address }) => address);
  if (faults.slowMs > 0) await wait(faults.slowMs);
  const status = to.map((address) => faults.data[address]).find((one) => one !== undefined);
  if (status !== undefined) return refusal(status);
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
  mails.push({ from, to, isEncrypted: session.secure, raw, mail: await PostalMime.parse(raw) });
  if (faults.cutsAfterData === 0) return null;
  faults.cutsAfterData -= 1;
  return 'cut';
}

function refusal(status: number): Error {
  return Object.assign(new Error('<somebody@client.example> refused by the sink'), { responseCode: status });
}

/** Drops every connection as a crash would. */
function cut(server: SMTPServer): void {
  for (const connection of server.connections) (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
}

function listen(server: SMTPServer, port: number): Promise<void> {
  return new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
}

function close(server: SMTPServer): Promise<void> {
  cut(server);
  return new Promise((closed) => {
    server.close(() => closed());
  });
}
