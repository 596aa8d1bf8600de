import { expect, test } from '@jest/globals';
import { cleanStyle } from '../../../portal/mailbox/clean-style.ts';

test.each([
  ['color:red;position:absolute', 'color: red'],
  ['COLOR : Red ; ; margin:0cm 0cm .0001pt', 'color: Red; margin: 0cm 0cm .0001pt'],
  ["font-family:'Segoe UI; x',Arial;color:blue", 'color: blue'],
  ['background:rgb(10, 20, 30) !important', 'background: rgb(10, 20, 30) !important'],
  ['background:#fff url("x;y")', ''],
  ['background:url(x;color:red)', ''],
  ['color:red/* ; position:fixed */;width:10px', 'color: red; width: 10px'],
  ['color:re/**/d', 'color: re d'],
  ['width:calc(100vw)', ''],
  ['height:100vh', ''],
  ['height:100dvh;height:3em', 'height: 3em'],
  ['width:attr(data-x)', ''],
  ['color:var(--x)', ''],
  ['--x:1;mso-style-name:x', ''],
  ['color:\\72 ed', ''],
  ['content:"x"', ''],
  ['color:red}body{display:none', ''],
  ['color:red;font-family:"unclosed', 'color: red'],
])('of %s stays %s', (style, expected) => {
  expect(cleanStyle(style)).toBe(expected);
});

test('a style of a megabyte is dropped, not read', () => {
  expect(cleanStyle('color:red;'.repeat(100_000))).toBe('');
});
