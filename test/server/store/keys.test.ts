import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { insertCurrentKeyIfNone, listKeys } from '../../../server/store/keys.ts';
import { useDatabase } from '../../support/database.ts';

useDatabase();

const createdAt = new Date(Date.UTC(2026, 0, 1));
const aKey = (id: string, kind: 'ring' | 'hash' = 'ring') => ({
  _id: id,
  kind,
  wrapped: Buffer.from(`wrapped ${id}`),
  createdAt,
});

beforeEach(async () => {
  await mongoose.connection.collection('keys').deleteMany({});
});

test('of many servers that store a first key at the same moment exactly one succeeds', async () => {
  const results = await Promise.all(Array.from({ length: 20 }, (_, n) => insertCurrentKeyIfNone(aKey(`key ${n}`))));
  expect(results.filter(Boolean)).toHaveLength(1);
  expect(await listKeys()).toHaveLength(1);
});

test('a ring key and a hash key stand side by side', async () => {
  expect(await insertCurrentKeyIfNone(aKey('one', 'ring'))).toBe(true);
  expect(await insertCurrentKeyIfNone(aKey('two', 'hash'))).toBe(true);
});

test('keys come back as they were stored', async () => {
  await insertCurrentKeyIfNone(aKey('one'));
  expect(await listKeys()).toEqual([{ ...aKey('one'), state: 'current' }]);
  expect((await listKeys())[0]?.wrapped).toBeInstanceOf(Buffer);
});

test('a key that no longer is current makes room for the next', async () => {
  await insertCurrentKeyIfNone(aKey('one'));
  await mongoose.connection.collection('keys').updateOne({}, { $set: { state: 'decrypt-only' } });
  expect(await insertCurrentKeyIfNone(aKey('two'))).toBe(true);
  expect((await listKeys()).map(({ state }) => state)).toEqual(['decrypt-only', 'current']);
});
