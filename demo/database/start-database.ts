import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { findOnPath } from '../find-on-path.ts';
import { engineRuntime } from './engine-runtime.ts';
import type { HostReport } from './host-protocol.ts';

const inUsePatienceMilliseconds = 3000;
const stopPatienceMilliseconds = 15_000;

export interface DatabaseWishes {
  /** Where the data stay; made if missing. */
  readonly folder: string;
  /** A configured database; nothing is started then. */
  readonly configuredUri?: string | undefined;
  /** TCP port on 127.0.0.1; 0 (default) takes a free one. */
  readonly port?: number;
  /** How much memory the engine may use for its cache, in MB; 256 unless told. */
  readonly cacheMegabytes?: number;
}

export interface RunningDatabase {
  readonly uri: string;
  /** For the banner: what is running. */
  readonly description: string;
  /** 0 where nothing was started. */
  readonly processId: number;
  readonly port: number;
  /** Resolves when the engine's process is gone, whoever ended it. */
  readonly ended: Promise<void>;
  /** Closes the engine cleanly and waits for its end. */
  stop(): Promise<void>;
}

/** Finds or starts a database: the configured one, else a `mongod` of this machine, else the embedded engine. It ends with this process,
 *  however that ends. @throws Error with one sentence for people: no engine for this system, or the folder is in use */
export async function startDatabase(wishes: DatabaseWishes): Promise<RunningDatabase> {
  const { configuredUri, port = 0, cacheMegabytes = 256 } = wishes;
  if (configuredUri) return configuredDatabase(configuredUri);
  const kind = (await findOnPath('mongod')) === null ? 'embedded' : 'mongod';
  const folder = join(resolve(wishes.folder), kind);
  await mkdir(wishes.folder, { recursive: true, mode: 0o700 });
  const script = join(import.meta.dirname, `host-${kind}.ts`);
  const command = [
    ...(kind === 'embedded' ? await engineRuntime() : [process.execPath]),
    script,
    folder,
    String(port),
    String(cacheMegabytes),
  ];
  return startWhenFree(command, folder, kind === 'mongod' ? 'mongod of this machine' : 'embedded engine');
}

/** The engine of a process that was just killed needs a moment to notice and to close its folder. */
async function startWhenFree(command: string[], folder: string, engine: string): Promise<RunningDatabase> {
  const giveUpAt = Date.now() + inUsePatienceMilliseconds;
  for (;;) {
    try {
      return await startHost(command, folder, engine);
    } catch (error) {
      if (!(error instanceof FolderInUse) || Date.now() > giveUpAt) throw error;
      await wait(200);
    }
  }
}

class FolderInUse extends Error {}

function configuredDatabase(uri: string): RunningDatabase {
  return {
    uri,
    description: 'the configured MongoDB',
    processId: 0,
    port: 0,
    ended: new Promise(() => {}),
    stop: () => Promise.resolve(),
  };
}

async function startHost(command: string[], folder: string, engine: string): Promise<RunningDatabase> {
  const [program = '', ...args] = command;
  const { NODE_OPTIONS: _ofOurOwnProcess, ...env } = process.env;
  const host = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], env });
  const ended = new Promise<void>((resolveEnded) => host.once('exit', () => resolveEnded()).once('error', () => resolveEnded()));
  const answer = await firstReport(host);
  if ('problem' in answer) throw await errorFor(answer.problem, folder);
  return {
    uri: `mongodb://127.0.0.1:${answer.port}/sealpost?directConnection=true`,
    description: `${engine}, data in ${folder}`,
    processId: host.pid ?? 0,
    port: answer.port,
    ended,
    stop: () => stopHost(host, ended),
  };
}

async function firstReport(host: ChildProcess): Promise<HostReport> {
  host.stdin?.on('error', () => {});
  const lines = createInterface({ input: host.stdout ?? process.stdin });
  for await (const line of lines) return JSON.parse(line) as HostReport;
  return { problem: 'the database process ended at once' };
}

async function errorFor(problem: string, folder: string): Promise<Error> {
  if (!problem.includes('DBPathInUse')) return new Error(`The database in ${folder} does not start: ${problem}`);
  const owner = (await readFile(join(folder, 'mongod.lock'), 'utf8').catch(() => '')).trim();
  return new FolderInUse(
    `The database in ${folder} is already in use${owner && ` by process ${owner}`}: another start is running there.`,
  );
}

async function stopHost(host: ChildProcess, ended: Promise<void>): Promise<void> {
  host.stdin?.end();
  const patience = setTimeout(() => host.kill('SIGKILL'), stopPatienceMilliseconds);
  await ended;
  clearTimeout(patience);
}
