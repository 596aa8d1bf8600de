import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Router } from 'express';
import gracefulShutdown from 'http-graceful-shutdown';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { type BounceListener, listenForBounces } from './bounce/listen-for-bounces.ts';
import type { Config } from './config.ts';
import { type Clock, type Context, systemClock } from './context.ts';
import { pages } from './http/pages.ts';
import { createMailTransports } from './mail/transports.ts';
import { openKeyRing } from './security/keys.ts';
import { createPasswordHashes } from './security/password-hashes.ts';
import { createStaffIdentity } from './security/staff-identity.ts';
import { connectDatabase, disconnectDatabase } from './store/database.ts';
import { warnOfLogo } from './warn-of-logo.ts';
import { startWorker, type Worker } from './worker.ts';

/** The longest request: 150 MB over a line of 0.4 Mbit/s. Headers keep Node's own limit of one minute, bodies without a file have one of ours. */
const REQUEST_WITHIN_MS = 3_600_000;

/** Longer than proxies keep an idle connection, so that none reuses one at the moment it closes. */
const KEEP_ALIVE_MS = 75_000;

/** How long requests under way may take to end when the process is asked to stop. */
const STOP_WITHIN_MS = 20_000;

/** A running server. `stop` lets what is under way end. */
export interface RunningServer {
  readonly port: number;
  /** The TCP port that takes reports about mails; null where none does. */
  readonly bouncePort: number | null;
  stop(): Promise<void>;
}

/** What only a demo start brings. */
export interface Additions {
  readonly router?: Router;
  readonly clock?: Clock;
  /** The address to listen on; every address of this machine unless told. */
  readonly host?: string;
}

/** Starts one server process: database, keys, mail, app, listen, worker, and the listener for reports about mails. @throws with a clear sentence when one of them cannot start */
export async function startServer(
  config: Config,
  log: Logger,
  { router, clock = systemClock, host }: Additions = {},
): Promise<RunningServer> {
  await reachDatabase(config.MONGODB_URI);
  let worker: Worker | null = null;
  const context: Context = {
    config,
    clock,
    log,
    keys: await openKeyRing(config.ROOT_KEY_FILE, clock),
    passwordHashes: createPasswordHashes(),
    transports: createMailTransports(config),
    staffIdentity: createStaffIdentity(identitySettings(config), clock, log),
    wakeWorker: () => worker?.wake(),
  };
  const server = createServer(
    { requestTimeout: REQUEST_WITHIN_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    createApp(context, pages(config), router),
  );
  await listen(server, config.PORT, host);
  const bounces = await listenForBounces(context);
  worker = config.WORKER ? startWorker(context) : null;
  const { port } = server.address() as AddressInfo;
  log.info({ port }, 'listening');
  warnOfLogo(config, log);
  return { port, bouncePort: bounces?.port ?? null, stop: stopper(server, { worker, bounces }, context) };
}

async function reachDatabase(uri: string): Promise<void> {
  try {
    await connectDatabase(uri);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`MONGODB_URI: the database does not answer (${why}). Check the address, and that it runs.`, { cause });
  }
}

function identitySettings(config: Config) {
  return {
    authority: config.ENTRA_AUTHORITY,
    tenantIds: config.ENTRA_TENANT_IDS,
    audience: config.ENTRA_AUDIENCE,
    clientIds: config.ENTRA_CLIENT_IDS,
    scope: config.ENTRA_SCOPE,
  };
}

function listen(server: Server, port: number, host?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, resolve);
  });
}

interface Behind {
  readonly worker: Worker | null;
  readonly bounces: BounceListener | null;
}

function stopper(server: Server, { worker, bounces }: Behind, { transports }: Context): () => Promise<void> {
  return gracefulShutdown(server, {
    timeout: STOP_WITHIN_MS,
    signals: '',
    forceExit: false,
    onShutdown: async () => {
      await Promise.all([worker?.stop(), bounces?.close()]);
      transports.close();
      await disconnectDatabase();
    },
  });
}
