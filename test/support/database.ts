import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import mongoose from 'mongoose';
import { connectDatabase, disconnectDatabase } from '../../server/store/database.ts';

/** The address of a new, empty database on the engine that all tests share. */
export function ownDatabaseUri(): string {
  const engine = process.env['SEALPOST_TEST_ENGINE'];
  if (engine === undefined)
    throw new Error('no test engine is running: start tests by jest with the configuration of the project');
  const uri = new URL(engine);
  uri.pathname = `/test-${randomBytes(6).toString('hex')}`;
  return uri.href;
}

/** Gives the tests of this file a database of their own, connected as the server connects, and drops it after them. */
export function useDatabase(): void {
  beforeAll(() => connectDatabase(ownDatabaseUri()));
  afterAll(async () => {
    await mongoose.connection.dropDatabase();
    await disconnectDatabase();
  });
}
