import { mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../../demo/database/start-database.ts';
import { isProcessAlive } from '../../demo/is-process-alive.ts';
import { testEngine } from './test-engine.ts';

const prefix = 'sealpost-test-database-';
const GIB = 2 ** 30;

/** Starts the one database engine that all test files share; asked twice in one run, it starts once. */
const startTestDatabase = async (): Promise<void> => {
  testEngine.starts += 1;
  if (testEngine.starts > 1) return;
  const place = await placeForThrowAways();
  await removeWhatKilledRunsLeft(place);
  const folder = await mkdtemp(join(place, `${prefix}${process.pid}-`));
  const database = await startDatabase({ folder, configuredUri: process.env['TEST_MONGODB_URI'], cacheMegabytes: 128 });
  process.env['SEALPOST_TEST_ENGINE'] = database.uri;
  if (database.processId !== 0) process.env['SEALPOST_TEST_ENGINE_FOLDER'] = folder;
  testEngine.stop = async () => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
};

/** In memory where Linux offers plenty of it: each test file makes a database of its own, and its tables need not reach a disk. */
async function placeForThrowAways(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => null);
  return memory && memory.bavail * memory.bsize > 8 * GIB ? '/dev/shm' : tmpdir();
}

async function removeWhatKilledRunsLeft(place: string): Promise<void> {
  const left = (await readdir(place)).filter((name) => name.startsWith(prefix) && !isProcessAlive(Number(name.split('-')[3])));
  await Promise.all(left.map((name) => rm(join(place, name), { recursive: true, force: true })));
}

export default startTestDatabase;
