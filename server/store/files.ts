import { Writable } from 'node:stream';
import mongoose from 'mongoose';

const BUCKET = 'attachments';
const CHUNK_BYTES = 1024 * 1024;
/** Chunk reads under way at once: one after the other, a read waits for the network each time. */
const READ_AHEAD = 6;

interface Chunk {
  readonly files_id: string;
  readonly n: number;
  readonly data: Buffer;
}

function database() {
  const { db } = mongoose.connection;
  if (!db) throw new mongoose.mongo.MongoNotConnectedError('the database is not connected');
  return db;
}

const chunks = () => database().collection<Chunk>(`${BUCKET}.chunks`);
const files = () => database().collection<{ _id: string; length: number; chunkSize: number }>(`${BUCKET}.files`);

/** A stream that stores what is written to it as the file `fileId` (GridFS); the file exists once the stream has finished. When it breaks it
 *  ends only after the write under way, so that whoever deletes the file then leaves nothing behind. */
export function createFile(fileId: string): Writable {
  const bucket = new mongoose.mongo.GridFSBucket(database(), { bucketName: BUCKET, chunkSizeBytes: CHUNK_BYTES });
  // GridFS takes any value as an id; its typings know ObjectId only.
  const file = bucket.openUploadStreamWithId(fileId as unknown as mongoose.mongo.ObjectId, fileId);
  let isWriting = false;
  let afterWrite: () => void = () => undefined;
  const ending = (done: (error?: Error | null) => void) => {
    isWriting = true;
    return (error?: Error | null) => {
      isWriting = false;
      done(error);
      afterWrite();
    };
  };
  // The same failure reaches the callback of the write it belongs to.
  file.on('error', () => undefined);
  return new Writable({
    write: (piece: Buffer, encoding, done) => void file.write(piece, encoding, ending(done)),
    final: (done) => void file.end(ending(done)),
    destroy(error, done) {
      if (isWriting) afterWrite = () => done(error);
      else done(error);
    },
  });
}

/** The bytes of a file in order, a few chunks read ahead; memory does not grow with the file.
 *  @throws when the file or one of its chunks is missing */
export async function* readFile(fileId: string): AsyncGenerator<Buffer> {
  const file = await files().findOne({ _id: fileId });
  if (!file) throw new Error('a stored file is missing');
  const count = Math.ceil(file.length / file.chunkSize);
  const ahead: Promise<Chunk | null>[] = [];
  try {
    for (let next = 0, done = 0; done < count; done += 1) {
      for (; next < count && ahead.length < READ_AHEAD; next += 1) ahead.push(readChunk(fileId, next));
      const chunk = await ahead.shift();
      if (!chunk) throw new Error('a chunk of a stored file is missing');
      yield chunk.data;
    }
  } finally {
    await Promise.allSettled(ahead);
  }
}

function readChunk(fileId: string, n: number): Promise<Chunk | null> {
  const read = chunks().findOne({ files_id: fileId, n }, { projection: { data: 1 }, promoteBuffers: true });
  // Whoever stops reading early never looks at the chunks read ahead; their failure must not end the process.
  read.catch(() => undefined);
  return read;
}

/** Removes a file and whatever a broken upload left of it; nothing there is no error. */
export async function deleteFile(fileId: string): Promise<void> {
  await files().deleteOne({ _id: fileId });
  await chunks().deleteMany({ files_id: fileId });
}
