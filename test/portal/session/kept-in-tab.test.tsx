import { expect, jest, test } from '@jest/globals';
import { forgetOthers, keepInTab, readFromTab } from '../../../portal/session/kept-in-tab.ts';

test('whoever comes after somebody finds nothing of them in the tab, not even what the browser had no room for', () => {
  keepInTab('before', 'draft:1', 'Dear Alex');
  const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  keepInTab('before', 'draft:2', 'Dear Sam');
  keepInTab('after', 'draft:3', 'Dear Kim');
  full.mockRestore();
  forgetOthers('after');
  expect([readFromTab('before', 'draft:1'), readFromTab('before', 'draft:2')]).toEqual([null, null]);
  expect(readFromTab('after', 'draft:3')).toBe('Dear Kim');
});
