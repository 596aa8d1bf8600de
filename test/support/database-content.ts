import { createHash } from 'node:crypto';
import mongoose from 'mongoose';

/** A digest of each collection in the database of this test: equal digests mean that nothing has changed. */
export async function databaseContent(): Promise<Record<string, string>> {
  const { db } = mongoose.connection;
  if (!db) throw new Error('the database is not connected');
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();
  const digests = names.map(async (name) => {
    const documents = await db.collection(name).find().sort({ _id: 1 }).toArray();
    return [name, createHash('sha256').update(mongoose.mongo.BSON.EJSON.stringify(documents)).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}
