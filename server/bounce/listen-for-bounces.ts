import type { AddressInfo } from 'node:net';
import { type SMTPServerDataStream, SMTPServer, type SMTPServerSession } from 'smtp-server';
import { domainOf } from '../../contract/address.ts';
import type { Context } from '../context.ts';
import { traceOf } from '../errors.ts';
import { mailOfBounceAddress } from '../mail/bounce-address.ts';
import { LARGEST_REPORT_BYTES, readReportMail } from './read-report.ts';
import { takeReport } from './take-report.ts';

const MOST_CLIENTS = 50;
const SILENCE_MS = 30_000;
/** However lively a connection is, it ends then. */
const LONGEST_CONNECTION_MS = 2 * 60_000;

/** A mail server for reports about our own mails. */
export interface BounceListener {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens for reports where the settings say so; null where they do not. It takes mail only for addresses that carry a token of ours, refuses what is
 *  too large and passes nothing on; while the database is away it asks the other server to come again. @throws when the port is taken */
export async function listenForBounces(context: Context): Promise<BounceListener | null> {
  const { BOUNCE_SMTP_PORT: port, BOUNCE_SMTP_HOST: host } = context.config;
  if (port === undefined) return null;
  const server = createBounceServer(context);
  server.server.on('connection', (socket) => {
    const timer = setTimeout(() => socket.destroy(), LONGEST_CONNECTION_MS).unref();
    socket.once('close', () => clearTimeout(timer));
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', failed);
      // A connection that breaks off is the client's affair.
      server.on('error', () => undefined);
      listening();
    });
  });
  const { port: opened } = server.server.address() as AddressInfo;
  context.log.info({ port: opened }, 'listening for reports about mails');
  return { port: opened, close: () => new Promise((closed) => server.close(() => closed())) };
}

function createBounceServer(context: Context): SMTPServer {
  const { bounceTls, BOUNCE_ADDRESS = '' } = context.config;
  return new SMTPServer({
    ...(bounceTls ?? {}),
    minVersion: 'TLSv1.2',
    name: domainOf(BOUNCE_ADDRESS),
    authOptional: true,
    disabledCommands: bounceTls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_REPORT_BYTES,
    rejectOversized: true,
    maxClients: MOST_CLIENTS,
    maxRecipients: 1,
    maxAllowedUnauthenticatedCommands: 100,
    socketTimeout: SILENCE_MS,
    closeTimeout: 5000,
    onRcptTo: ({ address }, _session, done) => done(mailOfBounceAddress(address, context) === null ? refusal(550) : null),
    onData(stream, session, done) {
      receive(stream, session, context).then(
        () => done(),
        (error: unknown) => {
          context.log.warn(traceOf(error), 'a report about a mail could not be taken and will come again');
          done(refusal(451));
        },
      );
    },
  });
}

async function receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession, context: Context): Promise<void> {
  const source = await collect(stream);
  const mailMessageId = mailOfBounceAddress(envelope.rcptTo[0]?.address ?? '', context);
  if (source === null || mailMessageId === null) return;
  const { report } = await readReportMail(source);
  if (report) await takeReport(mailMessageId, report, context);
}

/** The whole mail; null when it is too large, of which nothing is kept. */
async function collect(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (stream.sizeExceeded) chunks.length = 0;
    else chunks.push(chunk);
  }
  return stream.sizeExceeded ? null : Buffer.concat(chunks);
}

function refusal(responseCode: 451 | 550): Error {
  const text = responseCode === 451 ? 'Please try again later' : 'No such address here';
  return Object.assign(new Error(text), { responseCode });
}
