import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import express from 'express';
import { pino } from 'pino';
import type { PersonName } from '../../demo/identity/people.ts';
import { createApp } from '../../server/app.ts';
import type { Context } from '../../server/context.ts';
import { createMailTransports } from '../../server/mail/transports.ts';
import { deliverDueMail } from '../../server/mail/deliver-due-mail.ts';
import { openKeyRing } from '../../server/security/keys.ts';
import { createStaffIdentity } from '../../server/security/staff-identity.ts';
import { projectOwed } from '../../server/worker.ts';
import { cheapPasswordHashes } from './cheap-password-hashes.ts';
import { type Client, createClient } from './client.ts';
import { useDatabase } from './database.ts';
import { startTestIdentityProvider, type TestIdentityProvider } from './identity-provider.ts';
import { unknownLogFields } from './log-fields.ts';
import { type MailSink, openMailSink } from './mail-sink.ts';
import { testClock, type TestClock } from './test-clock.ts';
import { testConfig } from './test-config.ts';

/** The product's server in a test: real database, SMTP and tokens; a clock the test moves, and a worker the test drives. */
export interface TestApp {
  readonly context: Context;
  readonly clock: TestClock;
  readonly sink: MailSink;
  readonly identity: TestIdentityProvider;
  /** Where it listens. */
  readonly origin: string;
  /** What was logged, a line each. */
  readonly log: string[];
  visitor(): Client;
  staff(person?: PersonName): Client;
  /** Does what the worker would do now: project what is owed, deliver what is due. */
  work(): Promise<void>;
}

/** Starts the app for the tests of this file; its fields are there once the first test runs. */
export function useApp(changes: Record<string, string> = {}): TestApp {
  useDatabase();
  const app = {} as { -readonly [key in keyof TestApp]: TestApp[key] };
  const endings: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'sealpost-test-'));
    endings.push(() => rm(folder, { recursive: true }));
    Object.assign(app, await startApp(folder, changes, endings));
  });
  afterAll(async () => {
    for (const end of endings.reverse()) await end();
    expect(unknownLogFields(app.log)).toEqual([]);
  });
  return app;
}

async function startApp(folder: string, changes: Record<string, string>, endings: (() => Promise<unknown>)[]): Promise<TestApp> {
  const clock = testClock();
  const sink = await openMailSink();
  endings.push(() => sink.close());
  const identity = await startTestIdentityProvider(clock);
  endings.push(() => identity.stop());
  const log: string[] = [];
  const context = await openContext({ folder, clock, sink, identity, log, changes });
  endings.push(async () => context.transports.close());
  const server = createServer(createApp(context, express.Router()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => close(server));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = (token?: () => Promise<string>) => createClient(origin, context.config.PUBLIC_ORIGIN, token);
  return {
    ...{ context, clock, sink, identity, log, origin },
    visitor: () => client(),
    staff: (person = 'alex') => client(() => identity.token({ person })),
    work: async () => {
      await projectOwed(context);
      await deliverDueMail(context);
    },
  };
}

interface Parts {
  readonly folder: string;
  readonly clock: TestClock;
  readonly sink: MailSink;
  readonly identity: TestIdentityProvider;
  readonly log: string[];
  readonly changes: Record<string, string>;
}

async function openContext({ folder, clock, sink, identity, log, changes }: Parts): Promise<Context> {
  const rootKeyFile = path.join(folder, 'root.key');
  await writeFile(rootKeyFile, randomBytes(32).toString('base64'), { mode: 0o600 });
  const smtp = `smtp://127.0.0.1:${sink.port}`;
  const config = testConfig({ ROOT_KEY_FILE: rootKeyFile, RELAY_SMTP_URL: smtp, ORGANISATION_SMTP_URL: smtp, ...changes });
  const logger = pino({ base: null }, { write: (line: string) => void log.push(line) });
  return {
    config,
    clock,
    log: logger,
    keys: await openKeyRing(rootKeyFile, clock),
    passwordHashes: cheapPasswordHashes(),
    transports: createMailTransports(config),
    staffIdentity: createStaffIdentity(identity.settings, clock, logger),
    wakeWorker: () => undefined,
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
