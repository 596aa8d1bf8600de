import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ownDatabaseUri } from './database.ts';
import { freePort } from './free-port.ts';
import { findLink } from './link-in.ts';

/** A mail as the catcher shows it at `/demo/mail/messages`. */
export interface CaughtMail {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly filename: string; readonly size: number }[];
}

/** The whole product as `npm start` runs it, in a process and a folder of its own. */
export interface Product {
  readonly origin: string;
  /** Ends the process without warning (SIGKILL); the folder stays. */
  kill(): Promise<void>;
  /** Ends it as Ctrl-C does; the folder stays. */
  stop(): Promise<void>;
  /** Starts it again in the same folder at the same address, with other settings if given. */
  start(settings?: Record<string, string>): Promise<void>;
  /** Ends it as closing its terminal does, which must leave nothing behind that misleads, and removes the folder. */
  remove(): Promise<void>;
  mails(): Promise<readonly CaughtMail[]>;
  /** The mails to an address, newest first, once there are at least `count` of them, which takes less than half a minute unless told. */
  mailsTo(address: string, count?: number, withinMs?: number): Promise<readonly CaughtMail[]>;
  /** The newest notification to an address, once there is one. */
  notificationTo(address: string): Promise<CaughtMail>;
  /** The codes mailed to an address, newest first, once there are at least `count` of them. */
  codesTo(address: string, count?: number): Promise<readonly string[]>;
  /** The newest mail to an address with this subject, once there is one. */
  mailAbout(address: string, subject: string): Promise<CaughtMail>;
  source(mailId: string): Promise<Buffer>;
  /** Runs a command of the server's beside it, as the scripts of package.json do, and answers what it printed and how it ended. */
  run(script: string, ...given: readonly string[]): Promise<{ readonly printed: string; readonly exitCode: number | null }>;
}

const START_WITHIN_MS = 60_000;
const MAIL_WITHIN_MS = 30_000;

/** Where a product keeps its data: in a database of its own on the engine that all tests share, or on the engine that it brings itself. */
export type Engine = 'shared' | 'its own';

/** Starts the product on a free port; ready when this answers. */
export async function startProduct(settings: Record<string, string> = {}, engine: Engine = 'shared'): Promise<Product> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'sealpost-journey-'));
  const folder = path.join(place, '.sealpost');
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const database: Record<string, string> = engine === 'shared' ? { MONGODB_URI: ownDatabaseUri() } : {};
  let running = await launch(folder, port, { ...database, ...settings });
  const mails = async () => (await (await fetch(`${origin}/demo/mail/messages`)).json()) as readonly CaughtMail[];
  return {
    origin,
    mails,
    kill: () => end(running, 'SIGKILL'),
    stop: () => end(running, 'SIGINT'),
    start: async (others = {}) => {
      running = await launch(folder, port, { ...database, ...others });
    },
    remove: async () => {
      await end(running, 'SIGHUP');
      const isLeftOver = existsSync(path.join(folder, 'running.json'));
      await rm(place, { recursive: true });
      if (isLeftOver && running.signalCode !== 'SIGKILL') throw new Error('an ended product still counts as running');
    },
    mailsTo: (address, count = 1, withinMs = MAIL_WITHIN_MS) =>
      waitForMails(mails, count, (mail) => mail.to.includes(address), withinMs),
    notificationTo: async (address) => {
      const [mail] = await waitForMails(mails, 1, (one) => one.to.includes(address) && findLink(one) !== null);
      return mail as CaughtMail;
    },
    codesTo: async (address, count = 1) => {
      const found = await waitForMails(mails, count, (mail) => mail.to.includes(address) && codeIn(mail) !== '');
      return found.map(codeIn);
    },
    mailAbout: async (address, subject) => {
      const [mail] = await waitForMails(mails, 1, (one) => one.to.includes(address) && one.subject === subject);
      return mail as CaughtMail;
    },
    source: async (mailId) => Buffer.from(await (await fetch(`${origin}/demo/mail/messages/${mailId}/raw`)).arrayBuffer()),
    run: (script, ...given) => runBeside(place, script, given),
  };
}

const codeIn = ({ text }: CaughtMail) => /\b\d{4} \d{4}\b/.exec(text)?.[0] ?? '';

async function waitForMails(
  mails: Product['mails'],
  count: number,
  isMeant: (mail: CaughtMail) => boolean,
  withinMs = MAIL_WITHIN_MS,
): Promise<readonly CaughtMail[]> {
  const until = Date.now() + withinMs;
  for (;;) {
    const all = await mails();
    const found = all.filter(isMeant);
    if (found.length >= count) return found;
    if (Date.now() > until) {
      const came = all.map(({ to, subject }) => `${to}: ${subject}`).join('\n');
      throw new Error(`${found.length} of ${count} mails came in time; there are\n${came}`);
    }
    // All of them come with each answer: who waits for hundreds asks seldom.
    await new Promise((resolve) => setTimeout(resolve, count > 20 ? 1000 : 200));
  }
}

async function launch(folder: string, port: number, settings: Record<string, string>): Promise<ChildProcess> {
  const root = path.join(import.meta.dirname, '..', '..');
  const child = spawn(process.execPath, ['demo/start.ts', '--folder', folder], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', PORT: String(port), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const isUp = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`the product did not start in time: ${printed}`));
      child.kill('SIGKILL');
    }, START_WITHIN_MS);
    const read = (text: Buffer) => {
      printed += text.toString();
      if (!printed.includes('Stop with Ctrl-C')) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`the product did not start: ${printed}`));
    });
  });
  await isUp;
  return child;
}

async function runBeside(place: string, script: string, given: readonly string[]) {
  const root = path.join(import.meta.dirname, '..', '..');
  const command = ['--import', path.join(root, 'demo', 'join-running.ts'), path.join(root, script), ...given];
  const child = spawn(process.execPath, command, {
    cwd: place,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let printed = '';
  const read = (text: Buffer) => void (printed += text.toString());
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { printed, exitCode };
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGINT' | 'SIGHUP'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
