import { testEngine } from './test-engine.ts';

/** Stops the database engine that all test files share, after the last selection that asked for it. */
const stopTestDatabase = async (): Promise<void> => {
  testEngine.starts -= 1;
  if (testEngine.starts === 0) await testEngine.stop();
};

export default stopTestDatabase;
