import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { cacheForAMinute } from '../../../server/security/cache-for-a-minute.ts';

let nowMs: number;
let monotonicMs: number;
let readings: number;
const clock = { now: () => new Date(nowMs) };
const countReadings = () => Promise.resolve((readings += 1));

beforeEach(() => {
  nowMs = Date.UTC(2026, 0, 1);
  monotonicMs = 1000;
  readings = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => monotonicMs);
});

afterEach(() => {
  jest.restoreAllMocks();
});

test('within a minute a value is read once', async () => {
  const cache = cacheForAMinute(countReadings, clock);
  await Promise.all([cache.fresh(), cache.fresh()]);
  nowMs += 59_999;
  monotonicMs += 59_999;
  expect(await cache.fresh()).toBe(1);
});

test('after a minute by the clock a value is read again', async () => {
  const cache = cacheForAMinute(countReadings, clock);
  await cache.fresh();
  nowMs += 60_000;
  expect(await cache.fresh()).toBe(2);
});

test('a process that was frozen for a minute reads again, even if the clock was set back meanwhile', async () => {
  const cache = cacheForAMinute(countReadings, clock);
  await cache.fresh();
  monotonicMs += 60_000;
  expect(await cache.fresh()).toBe(2);
});

test('a clock that was set back makes nothing younger', async () => {
  const cache = cacheForAMinute(countReadings, clock);
  await cache.fresh();
  nowMs -= 1;
  expect(await cache.fresh()).toBe(2);
});

test('a process that was frozen while it read reads again', async () => {
  const cache = cacheForAMinute(() => {
    if (readings === 0) monotonicMs += 60_000;
    return countReadings();
  }, clock);
  expect(await cache.fresh()).toBe(2);
});

test('a failed reading is told and tried again', async () => {
  let isAway = true;
  const cache = cacheForAMinute(() => (isAway ? Promise.reject(new Error('away')) : countReadings()), clock);
  await expect(cache.fresh()).rejects.toThrow('away');
  isAway = false;
  expect(await cache.fresh()).toBe(1);
});

test('a value can be asked for anew at any time', async () => {
  const cache = cacheForAMinute(countReadings, clock);
  await cache.fresh();
  expect(await cache.reread()).toBe(2);
  expect(await cache.fresh()).toBe(2);
});
