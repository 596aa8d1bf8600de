import mongoose from 'mongoose';
import './refuse-unknown.ts';
import { createFileIndex } from './files.ts';

/** Connects this process to the database and makes sure that every index exists. Acknowledged writes are on the disk of a majority. */
export async function connectDatabase(uri: string): Promise<void> {
  await mongoose.connect(uri, {
    serverSelectionTimeoutMS: 5000,
    socketTimeoutMS: 60_000,
    promoteBuffers: true,
    writeConcern: { w: 'majority', journal: true },
  });
  await Promise.all([createFileIndex(), ...Object.values(mongoose.models).map((model) => model.createIndexes())]);
}

/** Closes the connection; queries under way end first. */
export async function disconnectDatabase(): Promise<void> {
  await mongoose.disconnect();
}

/** Whether the database answers within a second. */
export async function isDatabaseReady(): Promise<boolean> {
  const database = mongoose.connection.db;
  if (!database) return false;
  try {
    await database.command({ ping: 1 }, { timeoutMS: 1000 });
    return true;
  } catch {
    return false;
  }
}

const AWAY_NAMES =
  /^Mongo(?:ose)?(?:Network|ServerSelection|NotConnected|PoolClosed|PoolCleared|OperationTimeout|TopologyClosed|WaitQueueTimeout)/;
/** The driver's words for "not now": a primary that steps down, a server that stops, a connection lost under a write. */
const AWAY_LABELS = ['RetryableWriteError', 'RetryableError', 'ResetPool'];

/** Whether an error says that the database is out of reach (as opposed to: refused what we asked). */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, message, code, syscall, errorLabelSet } = error as Record<string, unknown>;
  if (typeof name === 'string' && AWAY_NAMES.test(name)) return true;
  if (errorLabelSet instanceof Set && AWAY_LABELS.some((label) => errorLabelSet.has(label))) return true;
  // A write to a connection that ends at this moment fails with the bare error of the socket; one to the browser never comes here.
  if (code === 'EPIPE' || syscall === 'write' || syscall === 'read') return true;
  return name === 'MongooseError' && typeof message === 'string' && /buffering timed out|initial connection/.test(message);
}

/** Whether a write failed because another document has that key already (MongoDB error 11000). */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11000;
}
