import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useRepeated } from '../../../addin/track/use-repeated.ts';

let times = 0;
const work = async () => void (times += 1);
let visibility: DocumentVisibilityState = 'visible';
Object.defineProperty(document, 'visibilityState', { get: () => visibility, configurable: true });

beforeEach(() => {
  jest.useFakeTimers();
  [times, visibility] = [0, 'visible'];
});
afterEach(() => void jest.useRealTimers());

const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds));
const turn = async (now: DocumentVisibilityState) => {
  visibility = now;
  document.dispatchEvent(new Event('visibilitychange'));
  await pass(0);
};

test('what is looked at is asked for at once, then gently, and not at all while nobody can see it', async () => {
  const { rerender, unmount } = renderHook(({ isWanted }) => useRepeated(work, 5000, isWanted), {
    initialProps: { isWanted: true },
  });
  await pass(0);
  expect(times).toBe(1);
  await pass(10_000);
  expect(times).toBe(3);
  await turn('hidden');
  await pass(60_000);
  expect(times).toBe(3);
  await turn('visible');
  expect(times).toBe(4);
  rerender({ isWanted: false });
  await pass(60_000);
  expect(times).toBe(4);
  unmount();
  await turn('visible');
  expect(times).toBe(4);
});
