import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startDatabase } from '../../../demo/database/start-database.ts';

/** Stands in for a `mongod` on the PATH: notes what it is told, listens where it should, and says that its folder is taken where the note says so. */
const standIn = (notes: string) => `
const { appendFileSync, existsSync } = require('node:fs');
const note = (text) => appendFileSync(${JSON.stringify(notes)}, text + '\\n');
const given = process.argv.slice(2);
note(given.join(' '));
if (existsSync(${JSON.stringify(`${notes}.taken`)})) {
  console.log('{"msg":"DBException","attr":{"error":"DBPathInUse: Unable to lock the lock file"}}');
  process.exit(100);
}
const server = require('node:net').createServer().listen(Number(given[given.indexOf('--port') + 1]), '127.0.0.1');
process.on('SIGTERM', () => {
  note('SIGTERM');
  server.close(() => process.exit(0));
});
`;

const path = process.env['PATH'];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealpost-mongod-'));
  await writeFile(join(folder, 'stand-in.cjs'), standIn(join(folder, 'notes')));
  const command = `#!/bin/sh\nexec "${process.execPath}" "${join(folder, 'stand-in.cjs')}" "$@"\n`;
  await writeFile(join(folder, 'mongod'), command, { mode: 0o755 });
  process.env['PATH'] = `${folder}${delimiter}${path ?? ''}`;
});

afterEach(async () => {
  process.env['PATH'] = path;
  await rm(folder, { recursive: true, force: true });
});

const notes = async () => (await readFile(join(folder, 'notes'), 'utf8')).trim().split('\n');

test('a mongod on the PATH is used, for this machine alone, and closed with whoever started it', async () => {
  const database = await startDatabase({ folder: join(folder, 'data'), cacheMegabytes: 512 });
  expect(database).toMatchObject({
    uri: `mongodb://127.0.0.1:${database.port}/sealpost?directConnection=true`,
    description: `mongod of this machine, data in ${join(folder, 'data', 'mongod')}`,
  });
  await database.stop();
  const [told = '', ...later] = await notes();
  expect(told).toContain(`--dbpath ${join(folder, 'data', 'mongod')} --bind_ip 127.0.0.1 --port ${database.port}`);
  expect(told).toContain('--wiredTigerCacheSizeGB 0.5');
  expect(later).toEqual(['SIGTERM']);
});

test('a folder that another mongod holds is named, and asked for again for a moment', async () => {
  await writeFile(join(folder, 'notes.taken'), '');
  await expect(startDatabase({ folder: join(folder, 'data') })).rejects.toThrow(
    /is already in use.*another start is running there/,
  );
  expect((await notes()).length).toBeGreaterThan(1);
});
