import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Config } from '../config.ts';
import { isLoopbackHost } from '../security/loopback.ts';

/** One SMTP route: a pool of connections that never sends a mail twice by itself. */
export interface MailTransport {
  /** Sends one mail. @throws the error of nodemailer, with `responseCode` where the server answered */
  send(mail: SendMailOptions): Promise<void>;
  /** Sets a free connection aside; answers the function that gives it back, or null when none is free or the route is closing. */
  takeConnection(): (() => void) | null;
  readonly isClosed: boolean;
}

/** The two ways out: the relay to the world, and the organisation's own mail server. */
export interface MailTransports {
  readonly relay: MailTransport;
  readonly organisation: MailTransport;
  /** Ends both; a mail under way is finished first. */
  close(): void;
}

const CONNECTIONS = 5;
/** Far shorter than the lease of a mail, so that whoever holds the lease knows the end of its attempt. */
const SILENCE_MS = 60_000;

interface RouteSettings {
  readonly url: string;
  readonly tls: 'required' | 'none';
  readonly helloName: string;
  readonly dkim: Config['dkim'];
}

/** Opens the pools of both routes; connections are made when first needed.
 *  With TLS `required` a mail leaves encrypted to a verified server of TLS 1.2 or newer, or not at all. */
export function createMailTransports(config: Config): MailTransports {
  const helloName = new URL(config.PUBLIC_ORIGIN).hostname;
  const relay = openRoute({ url: config.RELAY_SMTP_URL, tls: config.RELAY_SMTP_TLS, helloName, dkim: config.dkim });
  const organisation = openRoute({ url: config.ORGANISATION_SMTP_URL, tls: config.ORGANISATION_SMTP_TLS, helloName, dkim: null });
  return {
    relay,
    organisation,
    close() {
      relay.close();
      organisation.close();
    },
  };
}

function openRoute(settings: RouteSettings): MailTransport & { close(): void } {
  const pool = createTransport({ pool: true, ...poolOptions(settings) });
  let taken = 0;
  let isClosed = false;
  // A failing connection is told to the mail that used it; without a listener it would also end the process.
  pool.on('error', () => undefined);
  return {
    get isClosed() {
      return isClosed;
    },
    async send(mail) {
      await pool.sendMail(mail);
    },
    takeConnection() {
      if (isClosed || taken >= CONNECTIONS) return null;
      taken += 1;
      return () => {
        taken -= 1;
      };
    },
    close() {
      isClosed = true;
      pool.close();
    },
  };
}

function poolOptions({ url, tls, helloName, dkim }: RouteSettings) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isSecure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  if (tls === 'none' && !isLoopbackHost(host)) throw new Error('SMTP without TLS is only for a server on this machine');
  return {
    host,
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    ...(tls === 'required' ? { requireTLS: true } : { ignoreTLS: !isSecure, allowInternalNetworkInterfaces: true }),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...(dkim ? { dkim } : {}),
    tls: { minVersion: 'TLSv1.2' as const, rejectUnauthorized: true },
    name: helloName,
    maxConnections: CONNECTIONS,
    maxRequeues: 0,
    connectionTimeout: SILENCE_MS / 2,
    greetingTimeout: SILENCE_MS / 2,
    dnsTimeout: SILENCE_MS / 2,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
