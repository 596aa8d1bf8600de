import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

let folder: string;

/** A copy of the project that has all its packages, with a Node that only says what it is asked to run. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sealpost-provision-'));
  const bin = path.join(folder, 'node_modules', 'node', 'bin');
  await mkdir(bin, { recursive: true });
  await mkdir(path.join(folder, 'demo'));
  await copyFile(path.join(import.meta.dirname, '../../demo/provision.mjs'), path.join(folder, 'demo', 'provision.mjs'));
  await writeFile(path.join(bin, 'node'), '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
  for (const lock of ['package-lock.json', 'node_modules/.package-lock.json'])
    await writeFile(path.join(folder, lock), JSON.stringify({ packages: {} }));
});

afterEach(() => rm(folder, { recursive: true }));

function provision(...options: string[]): string[] {
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  const script = path.join(folder, 'demo', 'provision.mjs');
  return spawnSync(process.execPath, [script, ...options], { encoding: 'utf8', env })
    .stdout.trim()
    .split('\n');
}

test('a start looks for its database in .env before it brings an engine', async () => {
  expect(provision()).toEqual(['demo/database/bring-engine.ts']);
  await writeFile(path.join(folder, '.env'), 'MONGODB_URI=mongodb://db.example/ours\n');
  expect(provision()).toEqual(['--env-file=.env demo/database/bring-engine.ts']);
});

test('a Node.js that is too old is told in one sentence, before anything is brought', async () => {
  const old = path.join(folder, 'old.cjs');
  await writeFile(old, "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });");
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  const script = path.join(folder, 'demo', 'provision.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', old, script], { encoding: 'utf8', env });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^This Node\.js is 18\.20\.4\. Sealpost needs 20 or newer.*\n$/);
});

test('the tests bring their engine whatever .env says', async () => {
  await writeFile(path.join(folder, '.env'), 'MONGODB_URI=mongodb://db.example/ours\n');
  expect(provision('--browser')).toEqual(['demo/database/bring-engine.ts', 'test/support/bring-browser.ts']);
});
