import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import mongoose from 'mongoose';

/** The floor has one key for everything. */
export const downloadKey = createHash('sha256').update('bench').digest();
export const downloadNonce = Buffer.alloc(16);
/** As the product stores them. */
const chunkSizeBytes = 256 * 1024;

/** Stores `count` files of so many bytes for the floor and answers their names. */
export async function seedFloorFiles(database: mongoose.mongo.Db, count: number, bytes: number): Promise<readonly string[]> {
  const bucket = new mongoose.mongo.GridFSBucket(database, { bucketName: 'downloads', chunkSizeBytes });
  const names = Array.from({ length: count }, (_, index) => `${bytes}-${index}`);
  for (const name of names) {
    const cipher = createCipheriv('aes-256-ctr', downloadKey, downloadNonce);
    await pipeline(Readable.from([randomBytes(bytes)]), cipher, bucket.openUploadStream(name));
  }
  return names;
}
