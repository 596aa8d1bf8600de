import { afterAll, beforeAll } from '@jest/globals';

/** From so long on the pane waits for something that never comes. A busy machine may take some of it for what does come. */
const PATIENCE_FROM_MS = 15_000;
const PATIENT_FOR_MS = 2500;

/** Lets the tests of a file wait thirty times less wherever the pane waits: between two readings, before another try, for Outlook. */
export function hurry(): void {
  const { setTimeout: asUsual } = globalThis;
  beforeAll(() => {
    const soon = (work: () => void, milliseconds = 0, ...given: unknown[]) => {
      const least = milliseconds < PATIENCE_FROM_MS ? 0 : PATIENT_FOR_MS;
      return asUsual(work, Math.max(milliseconds / 30, least), ...given);
    };
    globalThis.setTimeout = Object.assign(soon, asUsual) as unknown as typeof setTimeout;
  });
  afterAll(() => {
    globalThis.setTimeout = asUsual;
  });
}
