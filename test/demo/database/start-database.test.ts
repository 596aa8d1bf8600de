import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { startDatabase, type RunningDatabase } from '../../../demo/database/start-database.ts';

let folder: string;
const started: RunningDatabase[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealpost-database-'));
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((database) => database.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function start(port = 0): Promise<RunningDatabase> {
  const database = await startDatabase({ folder, port, cacheMegabytes: 64 });
  started.push(database);
  return database;
}

async function inDatabase<T>(uri: string, work: (notes: mongoose.mongo.Collection) => Promise<T>): Promise<T> {
  const client = new mongoose.mongo.MongoClient(uri, { writeConcern: { w: 'majority', journal: true } });
  try {
    return await work(client.db().collection('notes'));
  } finally {
    await client.close();
  }
}

/** One that nobody has waited for yet has ended, too; only Linux tells it apart. */
async function isLiving(processId: number): Promise<boolean> {
  try {
    process.kill(processId, 0);
  } catch {
    return false;
  }
  const state = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => '');
  return !state.includes(') Z ');
}

async function untilDead(processId: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (!(await isLiving(processId))) return;
    await wait(50);
  }
  throw new Error(`process ${processId} lives on`);
}

test('what was written is still there after the engine was stopped and started again', async () => {
  const first = await start();
  await inDatabase(first.uri, (notes) => notes.insertOne({ text: 'kept' }));
  await first.stop();
  const second = await start();
  expect(await inDatabase(second.uri, (notes) => notes.findOne())).toMatchObject({ text: 'kept' });
});

test('what was written is still there after the engine was killed, and it comes back at the same address', async () => {
  const first = await start();
  await inDatabase(first.uri, (notes) => notes.insertOne({ text: 'kept' }));
  process.kill(first.processId, 'SIGKILL');
  await first.ended;
  const second = await start(first.port);
  expect(second.uri).toBe(first.uri);
  expect(await inDatabase(second.uri, (notes) => notes.findOne())).toMatchObject({ text: 'kept' });
});

test('a second start in the same folder says that one is running, and does no harm', async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(
    /^The database in .* is already in use by process \d+: another start is running there\.$/,
  );
  expect(await inDatabase(first.uri, (notes) => notes.countDocuments())).toBe(0);
});

test('the engine ends when the process that started it is killed, and the folder can be used at once', async () => {
  const script = `
    const { startDatabase } = await import(${JSON.stringify(join(import.meta.dirname, '../../../demo/database/start-database.ts'))});
    console.log((await startDatabase({ folder: ${JSON.stringify(folder)} })).processId);
    setInterval(() => {}, 1000);`;
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  parent.kill('SIGKILL');
  await start();
  await untilDead(Number(line.toString()));
});

test('a configured database is used as it is', async () => {
  const database = await startDatabase({ folder, configuredUri: 'mongodb://db.harbour.example/sealpost' });
  expect(database.uri).toBe('mongodb://db.harbour.example/sealpost');
});
