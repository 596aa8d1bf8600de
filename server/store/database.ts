import mongoose from 'mongoose';

mongoose.set({ sanitizeFilter: true, strict: 'throw', strictQuery: 'throw', autoIndex: false, autoCreate: false });

/** Connects this process to the database and makes sure that every index exists. Acknowledged writes are on the disk of a majority. */
export async function connectDatabase(uri: string): Promise<void> {
  await mongoose.connect(uri, {
    serverSelectionTimeoutMS: 5000,
    socketTimeoutMS: 60_000,
    promoteBuffers: true,
    writeConcern: { w: 'majority', journal: true },
  });
  await Promise.all(Object.values(mongoose.models).map((model) => model.createIndexes()));
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

/** Whether an error says that the database is out of reach (as opposed to: refused what we asked). */
export function isDatabaseAway(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^Mongo(?:Network|ServerSelection|NotConnected|PoolClosed|PoolCleared|OperationTimeout|TopologyClosed|WaitQueueTimeout)/.test(
      error.name,
    )
  );
}

/** Whether a write failed because another document has that key already (MongoDB error 11000). */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11000;
}
