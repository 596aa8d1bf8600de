import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { openKeyRing, RingKeyGoneError } from '../../../server/security/keys.ts';
import { createRootKeyFile, RootKeyError } from '../../../server/security/root-key-file.ts';
import { sealBytes, SealBrokenError, unsealBytes } from '../../../server/security/seal.ts';
import { type KeyDocument, listKeys } from '../../../server/store/keys.ts';
import { useDatabase } from '../../support/database.ts';

useDatabase();

let folder: string;
let rootKeyFile: string;
let nowMs = Date.UTC(2026, 0, 1);
const clock = { now: () => new Date(nowMs) };
const objectId = 'AAAAAAAAAAAAAAAAAAAAAA';
const storedKeys = () => mongoose.connection.collection<KeyDocument>('keys');
const afterAMinute = () => (nowMs += 60_000);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
  rootKeyFile = join(folder, 'root.key');
  await createRootKeyFile(rootKeyFile);
});

afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  await storedKeys().deleteMany({});
});

test('what was sealed before a restart opens after it', async () => {
  const before = await openKeyRing(rootKeyFile, clock);
  const { key, wrapped } = await before.newDataKey(objectId);
  const sealed = sealBytes(key, { kind: 'message', id: objectId }, Buffer.from('text'));
  const after = await openKeyRing(rootKeyFile, clock);
  const opened = await after.openDataKey(wrapped, objectId);
  expect(unsealBytes(opened, { kind: 'message', id: objectId }, sealed).toString()).toBe('text');
  expect(after.hash('code', '12345678')).toEqual(before.hash('code', '12345678'));
});

test('servers that start at the same moment on an empty database agree on the keys', async () => {
  const servers = await Promise.all(Array.from({ length: 8 }, () => openKeyRing(rootKeyFile, clock)));
  const hashes = servers.map((server) => server.hash('code', '1').toString('hex'));
  expect(new Set(hashes).size).toBe(1);
  const dataKeys = await Promise.all(servers.map((server) => server.newDataKey(objectId)));
  expect(new Set(dataKeys.map(({ wrapped }) => wrapped.keyId)).size).toBe(1);
  expect((await listKeys()).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual(['hash current', 'ring current']);
});

test('each object has a key of its own, and one object cannot use the key of another', async () => {
  const keys = await openKeyRing(rootKeyFile, clock);
  const [one, other] = await Promise.all([keys.newDataKey(objectId), keys.newDataKey(objectId)]);
  expect(one.key.equals(other.key)).toBe(false);
  await expect(keys.openDataKey(one.wrapped, 'BBBBBBBBBBBBBBBBBBBBBB')).rejects.toThrow(SealBrokenError);
});

test('another root key stops the start with a clear sentence and changes nothing', async () => {
  await openKeyRing(rootKeyFile, clock);
  const stored = await listKeys();
  const foreign = join(folder, 'foreign.key');
  await createRootKeyFile(foreign);
  await expect(openKeyRing(foreign, clock)).rejects.toThrow(RootKeyError);
  await expect(openKeyRing(foreign, clock)).rejects.toThrow(`The root key in ${foreign} does not open the keys in this database`);
  await storedKeys().updateOne({ kind: 'ring' }, { $set: { state: 'decrypt-only' } });
  await expect(openKeyRing(foreign, clock)).rejects.toThrow(RootKeyError);
  expect(await listKeys()).toHaveLength(stored.length);
});

test('the database holds no key in the clear', async () => {
  const keys = await openKeyRing(rootKeyFile, clock);
  const { key, wrapped } = await keys.newDataKey(objectId);
  expect(wrapped.wrapped.includes(key)).toBe(false);
  expect((await listKeys()).map((stored) => stored.wrapped?.length)).toEqual([72, 72]);
});

test('within a minute of a key change every server seals with the new key, and still opens what the old one sealed', async () => {
  const [server, otherServer] = [await openKeyRing(rootKeyFile, clock), await openKeyRing(rootKeyFile, clock)];
  const old = await server.newDataKey(objectId);
  await storedKeys().updateOne({ kind: 'ring' }, { $set: { state: 'decrypt-only' } });
  const rotating = await openKeyRing(rootKeyFile, clock);
  const renewed = await rotating.newDataKey(objectId);
  expect(renewed.wrapped.keyId).not.toBe(old.wrapped.keyId);
  expect(await otherServer.openDataKey(renewed.wrapped, objectId)).toEqual(renewed.key);
  afterAMinute();
  expect((await server.newDataKey(objectId)).wrapped.keyId).toBe(renewed.wrapped.keyId);
  expect(await server.openDataKey(old.wrapped, objectId)).toEqual(old.key);
});

test('what a destroyed key sealed stays sealed, and the error says why', async () => {
  const keys = await openKeyRing(rootKeyFile, clock);
  const { wrapped } = await keys.newDataKey(objectId);
  await storedKeys().updateOne({ kind: 'ring' }, { $set: { state: 'destroyed', wrapped: null } });
  afterAMinute();
  await expect(keys.openDataKey(wrapped, objectId)).rejects.toThrow(RingKeyGoneError);
  await expect(keys.openDataKey(wrapped, objectId)).rejects.toThrow('was destroyed');
});

test('a key of another database is named as unknown', async () => {
  const keys = await openKeyRing(rootKeyFile, clock);
  const { wrapped } = await keys.newDataKey(objectId);
  const foreign = { ...wrapped, keyId: 'CCCCCCCCCCCCCCCCCCCCCC' };
  await expect(keys.openDataKey(foreign, objectId)).rejects.toThrow('is not in the key ring of this database');
});

test('a hash tells label and parts apart, whatever they contain', async () => {
  const keys = await openKeyRing(rootKeyFile, clock);
  const inputs = [
    ['a', 'b', 'c'],
    ['a', 'bc'],
    ['a', 'b', 'c', ''],
    ['ab', 'c'],
    ['a', 'b\u0000c'],
    ['abc'],
    ['', 'abc'],
  ] as const;
  const hashes = inputs.map(([label, ...parts]) => keys.hash(label, ...parts).toString('hex'));
  expect(new Set(hashes).size).toBe(inputs.length);
  expect(keys.hash('a')).toHaveLength(32);
});
