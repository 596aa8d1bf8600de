import { expect, test } from '@jest/globals';
import { isOwnLibraryEnough, isWithoutGlibc } from '../../../demo/database/newer-glibc.ts';

test('the embedded engine runs with glibc 2.38 or newer, and on macOS', () => {
  const systems = [
    { platform: 'linux', glibc: '2.38' },
    { platform: 'linux', glibc: '3.0' },
    { platform: 'darwin', glibc: null },
    { platform: 'linux', glibc: '2.36' },
    { platform: 'linux', glibc: null },
  ];
  expect(systems.map(isOwnLibraryEnough)).toEqual([true, true, true, false, false]);
});

test('a Linux without glibc is known as such, and gets none fetched', () => {
  const systems = [
    { platform: 'linux', glibc: null },
    { platform: 'linux', glibc: '2.36' },
    { platform: 'darwin', glibc: null },
  ];
  expect(systems.map(isWithoutGlibc)).toEqual([true, false, false]);
});
