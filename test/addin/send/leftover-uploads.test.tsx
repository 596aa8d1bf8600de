import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { forgetUploads, noteUpload, takeLeftovers } from '../../../addin/send/leftover-uploads.ts';

beforeEach(() => localStorage.clear());
afterEach(() => void jest.useRealTimers());

test('what a pane uploaded before it ended is found under its send, once', () => {
  noteUpload('key', 'one');
  noteUpload('key', 'two');
  noteUpload('other', 'three');
  expect(takeLeftovers('key')).toEqual(['one', 'two']);
  expect(takeLeftovers('key')).toEqual([]);
  expect(takeLeftovers('other')).toEqual(['three']);
  expect(localStorage).toHaveLength(0);
});

test('what was thrown away is no leftover; what another pane noted beside it stays', () => {
  for (const id of ['mine', 'theirs', 'mine too']) noteUpload('key', id.replace(' ', '-'));
  forgetUploads('key', ['mine', 'mine-too']);
  expect(takeLeftovers('key')).toEqual(['theirs']);
  noteUpload('key', 'mine');
  forgetUploads('key', ['mine', 'never noted']);
  expect(localStorage).toHaveLength(0);
  forgetUploads('key', ['mine']);
  expect(takeLeftovers('key')).toEqual([]);
});

test('what the server has swept up by itself is no longer noted after a day', () => {
  jest.useFakeTimers();
  localStorage.setItem('sealpost.uploads.of-an-older-pane', 'none');
  noteUpload('key', 'one');
  jest.setSystemTime(Date.now() + 86_400_001);
  noteUpload('other', 'two');
  expect(localStorage).toHaveLength(1);
  expect([takeLeftovers('key'), takeLeftovers('other')]).toEqual([[], ['two']]);
});

test('a browser that denies its storage notes nothing, and nothing fails', () => {
  const storage = jest.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  noteUpload('key', 'one');
  forgetUploads('key', ['one']);
  expect(takeLeftovers('key')).toEqual([]);
  storage.mockRestore();
});
