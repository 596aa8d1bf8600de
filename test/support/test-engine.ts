interface TestEngine {
  starts: number;
  stop: () => Promise<void>;
}

const shared = globalThis as typeof globalThis & { sealpostTestEngine?: TestEngine };

/** The engine of this test run. Jest loads set-up and tear-down apart from each other, so they meet in the process. */
export const testEngine: TestEngine = (shared.sealpostTestEngine ??= { starts: 0, stop: () => Promise.resolve() });
