import mongoose from 'mongoose';

/** Rows as the database keeps them, with what stands in their binary fields. */
export function bytesOf(rows: readonly object[]): Buffer {
  return Buffer.concat(rows.map((row) => mongoose.mongo.BSON.serialize(row)));
}

/** All rows of a collection as the database keeps them. */
export async function storedBytes(collection: string): Promise<Buffer> {
  return bytesOf(await mongoose.connection.collection(collection).find({}).toArray());
}
