const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'es6' },
    },
  ],
};

const shared = {
  rootDir: import.meta.dirname,
  transform,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  injectGlobals: false,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.sealpost/'],
};

const browserPrograms = 'test/(addin|portal|screen)/.*\\.test\\.tsx$';

/** Three selections: `jobs` (Node), `screens` (jsdom) and `journeys` (a real browser). */
export default {
  // A busy machine is slow; what hangs is still ended.
  testTimeout: 30_000,
  // What a test file leaves in memory makes every one after it slower: a worker that holds too much begins anew.
  workerIdleMemoryLimit: '512MB',
  projects: [
    {
      ...shared,
      displayName: 'jobs',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [browserPrograms, '<rootDir>/test/journeys/'],
      globalSetup: '<rootDir>/test/support/start-test-database.ts',
      globalTeardown: '<rootDir>/test/support/stop-test-database.ts',
    },
    {
      ...shared,
      displayName: 'screens',
      testEnvironment: 'jest-fixed-jsdom',
      testRegex: [browserPrograms],
      globalSetup: '<rootDir>/test/support/bundle-fluent.ts',
      moduleNameMapper: { '^@fluentui/react-(?:components|icons)$': '<rootDir>/dist/fluent-of-tests/fluent.mjs' },
      setupFilesAfterEnv: ['<rootDir>/test/support/prepare-screen.ts'],
    },
    {
      ...shared,
      displayName: 'journeys',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/start-test-database.ts',
      globalTeardown: '<rootDir>/test/support/stop-test-database.ts',
    },
  ],
};
