// A mongod of this machine, bound to the life of our parent: host-mongod.ts FOLDER PORT CACHE_MEGABYTES
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { endWithParent, report } from './host-protocol.ts';

const [folder = '', wantedPort = '0', cacheMegabytes = '256'] = process.argv.slice(2);

await mkdir(folder, { recursive: true, mode: 0o700 });
const port = Number(wantedPort) || (await freePort());
const cache = String(Math.max(0.25, Number(cacheMegabytes) / 1024));
const options = ['--dbpath', folder, '--bind_ip', '127.0.0.1', '--port', String(port), '--wiredTigerCacheSizeGB', cache];
const mongod = spawn('mongod', [...options, '--nounixsocket', '--quiet'], {
  stdio: ['ignore', 'pipe', 'ignore'],
  detached: true,
});
let log = '';
mongod.stdout.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-20_000)));
mongod.on('error', (error) => giveUp(error.message));
mongod.on('exit', (code) => giveUp(log.includes('DBPathInUse') ? 'DBPathInUse' : `mongod ended with code ${code}`));
endWithParent(async () => {
  mongod.removeAllListeners('exit');
  mongod.kill('SIGTERM');
  await once(mongod, 'exit');
});
while (!(await isListening())) await wait(50);
report({ port });

function giveUp(problem: string): void {
  report({ problem });
  process.exit(1);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  return free;
}

async function isListening(): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
