import { Writable } from 'node:stream';
import mongoose from 'mongoose';

const BUCKET = 'attachments';
/** Larger chunks are no faster to write and raise what is under way for each file. */
const CHUNK_BYTES = 256 * 1024;
/** Chunks asked for in one read, each read a round trip and a reply of 1 MB. */
const CHUNKS_A_READ = 4;
/** Reads under way at once: one after the other, each waits for the network. */
const READ_AHEAD = 3;
/** The chunks of the first reads: the first bytes leave while the rest is still on its way. */
const FIRST_READS = [1, 1, 2];

interface Chunk {
  readonly files_id: string;
  readonly n: number;
  readonly data: Buffer;
}

interface StoredFile {
  readonly _id: string;
  /** Bytes. */
  readonly length: number;
  readonly chunkSize: number;
  readonly uploadDate: Date;
  /** GridFS wants one; what people call the file is sealed elsewhere. */
  readonly filename: string;
}

function database() {
  const { db } = mongoose.connection;
  if (!db) throw new mongoose.mongo.MongoNotConnectedError('the database is not connected');
  return db;
}

const chunks = () => database().collection<Chunk>(`${BUCKET}.chunks`);
const files = () => database().collection<StoredFile>(`${BUCKET}.files`);

/** Makes sure of the index by which chunks are found. */
export async function createFileIndex(): Promise<void> {
  await chunks().createIndex({ files_id: 1, n: 1 }, { unique: true }, {});
}

/** A stream that stores what is written to it as the file `fileId` (GridFS); the file exists once the stream has finished. When it breaks it
 *  ends only after the write under way, so that whoever deletes the file then leaves nothing behind. */
export function createFile(fileId: string): Writable {
  const writer = createChunkWriter(fileId);
  let underWay: Promise<unknown> = Promise.resolve();
  const follow = (work: Promise<void>, done: (error?: Error | null) => void) => {
    underWay = work.then(() => done(), done);
  };
  return new Writable({
    write: (piece: Buffer, _encoding, done) => follow(writer.write(piece), done),
    final: (done) => follow(writer.end(), done),
    destroy(error, done) {
      writer.stop();
      void underWay.then(() => done(error));
    },
  });
}

/** Cuts a file into chunks through one buffer, which is used again once its chunk is acknowledged: the driver copies each chunk several times,
 *  so what is under way for a file is a few times its chunk's size, whatever the file's. */
function createChunkWriter(fileId: string) {
  const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  let filled = 0;
  let length = 0;
  let isStopped = false;
  const store = async () => {
    const n = Math.floor(length / CHUNK_BYTES);
    // No explicit wait for the journal at each chunk. A replica set journals majority writes by itself (writeConcernMajorityJournalDefault);
    // on a single node the file's own row, written last, is journaled, and with it everything before it.
    const written = { writeConcern: { w: 'majority' } } as const;
    await chunks().insertOne({ files_id: fileId, n, data: chunk.subarray(0, filled) }, written);
    length += filled;
    filled = 0;
  };
  return {
    async write(piece: Buffer): Promise<void> {
      for (let taken = 0; taken < piece.length && !isStopped;) {
        const bytes = piece.copy(chunk, filled, taken);
        filled += bytes;
        taken += bytes;
        if (filled === CHUNK_BYTES) await store();
      }
    },
    async end(): Promise<void> {
      if (filled > 0) await store();
      await files().insertOne({ _id: fileId, length, chunkSize: CHUNK_BYTES, uploadDate: new Date(), filename: fileId });
    },
    stop: () => void (isStopped = true),
  };
}

/** The bytes of a file in order, some chunks read ahead; memory does not grow with the file. The first are asked for at once, before anybody waits
 *  for them; dropping them unread harms nothing. @throws when the file or one of its chunks is missing */
export function readFile(fileId: string): AsyncGenerator<Buffer> {
  const row = files().findOne({ _id: fileId });
  row.catch(ignore);
  const reads = FIRST_READS.map((_, place) => readChunks(fileId, ...rangeOf(place)));
  return readOn(fileId, row, reads);
}

async function* readOn(fileId: string, row: Promise<StoredFile | null>, ahead: Promise<Chunk[]>[]): AsyncGenerator<Buffer> {
  try {
    const file = await row;
    if (!file) throw new Error('a stored file is missing');
    const count = Math.ceil(file.length / file.chunkSize);
    for (let next = ahead.length, read = 0, done = 0; done < count; read += 1) {
      for (; rangeOf(next)[0] < count && ahead.length < READ_AHEAD; next += 1) ahead.push(readChunks(fileId, ...rangeOf(next)));
      for (const chunk of (await ahead.shift()) ?? []) {
        if (chunk.n !== done) break;
        done += 1;
        yield chunk.data;
      }
      if (done < Math.min(count, rangeOf(read)[1])) throw new Error('a chunk of a stored file is missing');
    }
  } finally {
    await Promise.allSettled(ahead);
  }
}

/** Which chunks the read at a place asks for: from the first number on, before the second. */
function rangeOf(place: number): readonly [number, number] {
  const before = FIRST_READS.slice(0, place).reduce((sum, size) => sum + size, 0);
  const first = before + Math.max(0, place - FIRST_READS.length) * CHUNKS_A_READ;
  return [first, first + (FIRST_READS[place] ?? CHUNKS_A_READ)];
}

// Whoever stops reading early never looks at what was read ahead; its failure must not end the process.
const ignore = () => undefined;

function readChunks(fileId: string, first: number, end: number): Promise<Chunk[]> {
  const read = chunks()
    .find({ files_id: fileId, n: { $gte: first, $lt: end } }, { projection: { n: 1, data: 1 }, promoteBuffers: true })
    .sort({ n: 1 })
    .batchSize(end - first + 1)
    .toArray();
  read.catch(ignore);
  return read;
}

/** Removes a file and whatever a broken upload left of it; nothing there is no error. */
export async function deleteFile(fileId: string): Promise<void> {
  await files().deleteOne({ _id: fileId });
  await chunks().deleteMany({ files_id: fileId });
}
