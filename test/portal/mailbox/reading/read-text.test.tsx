import { expect, test } from '@jest/globals';
import { previewKind } from '../../../../portal/mailbox/reading/preview-kind.ts';
import { readText } from '../../../../portal/mailbox/reading/read-text.ts';

const textOf = async (...bytes: number[]) => (await readText(new Blob([Uint8Array.from(bytes)]))).text;

test('a text file is read in the encoding it was written in', async () => {
  expect(await textOf(0x47, 0x72, 0xc3, 0xbc, 0xc3, 0x9f, 0x65)).toBe('Grüße');
  expect(await textOf(0xef, 0xbb, 0xbf, 0xc3, 0xbc)).toBe('ü');
  expect(await textOf(0x47, 0x72, 0xfc, 0xdf, 0x65)).toBe('Grüße');
  expect(await textOf(0xff, 0xfe, 0xfc, 0x00)).toBe('ü');
  expect(await textOf(0xfe, 0xff, 0x00, 0xfc)).toBe('ü');
});

test('a long text is cut where it costs nothing, and a character that was cut is no reason for another encoding', async () => {
  const { text, isCut } = await readText(new Blob([`x${'ü'.repeat(400_000)}`]));
  expect(isCut).toBe(true);
  expect(text.startsWith('xüüü')).toBe(true);
  expect(text.endsWith('ü')).toBe(true);
});

test('what can be shown is a raster picture, a PDF or a plain text that is not too large; never a page or a drawing', () => {
  const kind = (name: string, contentType: string, size = 10) => previewKind({ name, contentType, size });
  expect([kind('a', 'image/png'), kind('a', 'Application/PDF'), kind('a', 'text/plain')]).toEqual(['picture', 'pdf', 'text']);
  expect([kind('a.JPG', 'application/octet-stream'), kind('a.csv', '')]).toEqual(['picture', 'text']);
  expect([kind('a.svg', 'image/svg+xml'), kind('a.txt', 'text/html'), kind('a.html', ''), kind('a', '')]).toEqual([
    ...[null, null, null, null],
  ]);
  expect([kind('a.pdf', 'application/pdf', 0), kind('a.txt', 'text/plain', 1e9)]).toEqual([null, null]);
});
