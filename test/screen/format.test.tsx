import { expect, test } from '@jest/globals';
import {
  dayOf,
  daysLeft,
  formatBytes,
  formatRecent,
  formatShort,
  formatWait,
  startOfDay,
  wishFormats,
} from '../../screen/format.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1023 bytes'],
  [40_960, '40 kB'],
  [1_258_291, '1.2 MB'],
  [1_048_570, '1 MB'],
  [26_214_400, '25 MB'],
  [3 * 1024 ** 3, '3 GB'],
])('%d bytes are shown as %s', (bytes, shown) => {
  expect(formatBytes(bytes)).toBe(shown);
});

const now = new Date(2026, 10, 22, 12, 0);
const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts).toISOString();

test('a date in a list is as short as it can be', () => {
  expect(formatShort(at(2026, 10, 22, 9, 12), now)).toMatch(/9:12/);
  expect(formatShort(at(2026, 10, 20, 9, 12), now)).toBe('Fri');
  expect(formatShort(at(2026, 2, 5), now)).toMatch(/5/);
  expect(formatShort(at(2024, 2, 5), now)).toMatch(/2024/);
});

test('what happened lately is told by its time, today without the day', () => {
  expect(formatRecent(at(2026, 10, 22, 9, 12), now)).toMatch(/^0?9:12( AM)?$/);
  expect(formatRecent(at(2026, 10, 20, 9, 12), now)).toMatch(/20.*9:12/);
  expect(formatRecent(at(2026, 10, 20, 9, 12), now)).not.toMatch(/2026/);
  expect(formatRecent(at(2024, 10, 20, 9, 12), now)).toMatch(/2024.*9:12/);
});

test('a started day counts as a day left', () => {
  expect(daysLeft(new Date(now.getTime() + 1).toISOString(), now)).toBe(1);
  expect(daysLeft(new Date(now.getTime() + 30 * 86_400_000).toISOString(), now)).toBe(30);
  expect(daysLeft(new Date(now.getTime() - 1).toISOString(), now)).toBe(0);
});

test('a wait is said in seconds, then in minutes, then in hours', () => {
  expect(formatWait(40)).toBe('40 seconds');
  expect(formatWait(899)).toBe('15 minutes');
  expect(formatWait(119 * 60)).toBe('119 minutes');
  expect(formatWait(86_400)).toBe('24 hours');
});

test.each([
  ['Pacific/Auckland', '2026-11-22', '2026-11-21T11:00:00.000Z'],
  ['America/New_York', '2026-11-22', '2026-11-22T05:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
])('for a reader in %s the %s begins at %s', (timeZone, day, moment) => {
  wishFormats({ timeZone, hourCycle: null, dateFormat: null });
  expect(startOfDay(day)).toBe(moment);
  expect(dayOf(new Date(moment))).toBe(day);
  expect(startOfDay('')).toBeUndefined();
  wishFormats(null);
});
