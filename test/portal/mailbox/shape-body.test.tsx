import { beforeAll, expect, test } from '@jest/globals';
import { cleanBody } from '../../../portal/mailbox/clean-body.ts';
import { constructSheets } from '../../support/construct-sheets.ts';

beforeAll(constructSheets);

const clean = (html: string) => cleanBody(html, window).body.innerHTML;

test('a message that brings its style sheets is shown as they say, the stronger rule last, and without them', () => {
  const html = '<style>p.MsoNormal{margin-bottom:8pt}</style><style>P{margin-bottom:0}</style><p class="MsoNormal">Dear Pat</p>';
  expect(clean(html)).toBe('<p class="MsoNormal" style="margin-bottom: 8pt">Dear Pat</p>');
});

test('what a sheet may not say is cut there as it is anywhere', () => {
  const html = '<style>p{position:fixed;background:url(https://evil.example/x);color:red}</style><p>Dear Pat</p>';
  expect(clean(html)).toBe('<p style="color: red">Dear Pat</p>');
});
