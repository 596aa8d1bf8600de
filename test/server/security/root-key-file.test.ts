import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createRootKeyFile, readRootKeyFile, RootKeyError } from '../../../server/security/root-key-file.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'root-key-'));
  file = join(folder, 'root.key');
});

afterEach(() => rm(folder, { recursive: true }));

test('a new root key file holds 32 bytes that only its owner can read, and leaves nothing else behind', async () => {
  await createRootKeyFile(file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readRootKeyFile(file)).toHaveLength(32);
  expect(await readFile(file, 'utf8')).toMatch(/^[A-Za-z0-9+/]{43}=\n$/);
  expect(await readdir(folder)).toEqual(['root.key']);
});

test('a root key file is never overwritten', async () => {
  await createRootKeyFile(file);
  const before = await readFile(file, 'utf8');
  await expect(createRootKeyFile(file)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readFile(file, 'utf8')).toBe(before);
  expect(await readdir(folder)).toEqual(['root.key']);
});

test('a root key file reads the same with and without a line end', async () => {
  const key = Buffer.alloc(32, 7);
  for (const end of ['', '\n', '\r\n']) {
    await writeFile(file, key.toString('base64') + end);
    expect(await readRootKeyFile(file)).toEqual(key);
  }
});

test.each([
  ['an empty file', ''],
  ['a short key', Buffer.alloc(31).toString('base64')],
  ['a long key', Buffer.alloc(33).toString('base64')],
  ['hexadecimal', Buffer.alloc(32).toString('hex')],
  ['base64 with something behind it', `${Buffer.alloc(32).toString('base64')} x`],
  ['base64 whose last bits say nothing', `${'A'.repeat(42)}B=`],
])('%s is no root key, and the sentence tells how to make one', async (_what, text) => {
  await writeFile(file, text);
  await expect(readRootKeyFile(file)).rejects.toThrow(RootKeyError);
  await expect(readRootKeyFile(file)).rejects.toThrow(`The file ${file} is not a root key`);
  await expect(readRootKeyFile(file)).rejects.toThrow('openssl rand -base64 32');
});

test('a missing root key file is named', async () => {
  await expect(readRootKeyFile(file)).rejects.toThrow(`The root key file ${file} cannot be read`);
  await expect(readRootKeyFile(file)).rejects.toThrow(RootKeyError);
});

test('a folder that is not there is not made', async () => {
  await expect(createRootKeyFile(join(folder, 'missing', 'root.key'))).rejects.toMatchObject({ code: 'ENOENT' });
});
