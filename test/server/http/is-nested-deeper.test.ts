import { expect, test } from '@jest/globals';
import { isNestedDeeper } from '../../../server/http/is-nested-deeper.ts';

test.each([
  ['lists in lists', '[[[]]]', true],
  ['objects in lists', '[{"a":{}}]', true],
  ['two levels, many times', '[[],[],[],{},{}]', false],
  ['brackets in a text', '["[[[[{{{{"]', false],
  ['brackets behind a quote in a text', String.raw`["\"[[[[","\\\"[[["]`, false],
  ['lists behind a text that ends with a backslash', String.raw`["\\",[[]]]`, true],
  ['a text without an end', '"[[[[', false],
  ['nothing', '', false],
])('%s', (_what, json, isDeeper) => {
  expect(isNestedDeeper(Buffer.from(json), 2)).toBe(isDeeper);
});
