import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const readyWithinMs = 30_000;

export interface ServerWishes {
  readonly script: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Answers 200 once the server can work. */
  readonly readyPath: string;
  readonly nodeOptions?: readonly string[];
}

/** A server in a process of its own. */
export interface ServerProcess {
  readonly processId: number;
  readonly port: number;
  /** Asks it to stop and waits for its end. */
  stop(): Promise<void>;
}

/** Starts a server by the Node that runs this, and waits until it is ready. What it logs goes nowhere. */
export async function startServerProcess(wishes: ServerWishes): Promise<ServerProcess> {
  const { script, port, environment, readyPath, nodeOptions = [] } = wishes;
  const child = spawn(process.execPath, [...nodeOptions, script], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  // When the measurement fails, nothing of it may go on running.
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const giveUpAt = Date.now() + readyWithinMs;
  while (!(await isReady(port, readyPath))) {
    if (child.exitCode !== null || Date.now() > giveUpAt) throw new Error(`${script} does not start`);
    await wait(50);
  }
  return {
    processId: child.pid ?? 0,
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', kill);
    },
  };
}

async function isReady(port: number, path: string): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
  await answer?.arrayBuffer();
  return answer?.ok ?? false;
}

/** A TCP port of this machine that nobody uses now. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
