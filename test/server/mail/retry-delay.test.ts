import { expect, test } from '@jest/globals';
import { retryDelayMs } from '../../../server/mail/retry-delay.ts';

test('waits double from half a minute up to an hour', () => {
  const seconds = [1, 2, 3, 7, 8, 100].map((attempt) => retryDelayMs(attempt, () => 0.5) / 1000);
  expect(seconds).toEqual([30, 60, 120, 1920, 3600, 3600]);
});

test('chance spreads them by a quarter either way', () => {
  expect([retryDelayMs(1, () => 0), retryDelayMs(1, () => 1)]).toEqual([22_500, 37_500]);
});
