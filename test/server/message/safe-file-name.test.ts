import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safeContentType, safeFileName } from '../../../server/message/safe-file-name.ts';

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom('a', 'é', '.', ' ', '/', '\\', ':', 'con', '\u202e', '\u200d', '\u0000', '👩', '\ud800', 'ü', '.pdf'),
      { maxLength: 300 },
    )
    .map((parts) => parts.join('')),
);

test('whatever a file is called, its name can be saved on any system', () => {
  fc.assert(
    fc.property(anyName, (given) => {
      const name = safeFileName(given);
      expect(name).not.toBe('');
      expect(name).not.toMatch(/[/\\<>:"|?*]/);
      // eslint-disable-next-line no-control-regex -- finding them is the purpose
      expect(name).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      expect(name).not.toMatch(/^[\s.]|[\s.]$/);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i);
      expect(name.isWellFormed()).toBe(true);
      expect([...name].length).toBeLessThanOrEqual(200);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    }),
    { numRuns: 2000 },
  );
});

test('whatever a file is called, nothing turns its text around', () => {
  fc.assert(
    fc.property(anyName, (given) => {
      expect(safeFileName(given)).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test('a name that is safe already stays as it is', () => {
  fc.assert(
    fc.property(anyName, (given) => {
      const name = safeFileName(given);
      expect(safeFileName(name)).toBe(name);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['Überweisung für Zoë 🩻.pdf', 'Überweisung für Zoë 🩻.pdf'],
  ['Family 👨‍👩‍👧 and doctor 👩‍⚕️.png', 'Family 👨‍👩‍👧 and doctor 👩‍⚕️.png'],
  ['گزارش‌ها.pdf', 'گزارش‌ها.pdf'],
  ['検査結果.docx', '検査結果.docx'],
  ['a/b\\c.txt', 'c.txt'],
  ['C:\\Users\\pat\\scan.pdf', 'scan.pdf'],
  ['..', 'file'],
  ['', 'file'],
  ['folder/', 'file'],
  ['.htaccess', 'htaccess'],
  ['scan.pdf. . .', 'scan.pdf'],
  ['annual\u202efdp.exe', 'annualfdp.exe'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['COM¹.txt', '_COM¹.txt'],
  ['console.log', 'console.log'],
  ['what? "now": <a|b>*.txt', 'what_ _now__ _a_b__.txt'],
  ['u\u0308ber.pdf', 'über.pdf'],
])('%j becomes %j', (given, expected) => {
  expect(safeFileName(given)).toBe(expected);
});

test('a long name keeps its beginning and its ending', () => {
  expect(safeFileName(`${'a'.repeat(5000)}.docx`)).toBe(`${'a'.repeat(195)}.docx`);
  const emojis = safeFileName(`${'🩻'.repeat(1000)}.pdf`);
  expect(emojis).toMatch(/^(?:🩻)+\.pdf$/u);
  expect(Buffer.byteLength(emojis)).toBeGreaterThan(200);
  expect(safeFileName(`${'a'.repeat(199)}.${'b'.repeat(30)}`)).toBe('a'.repeat(199));
});

test('a name made of spaces takes no time', () => {
  const began = performance.now();
  for (let n = 0; n < 499; n += 1) expect(safeFileName(`a${' '.repeat(8000)}a`)).toBe('a');
  expect(performance.now() - began).toBeLessThan(3000);
});

test('a media type is kept without its parameters, and anything else is a stream of octets', () => {
  expect(safeContentType('Application/PDF; name="a.pdf"')).toBe('application/pdf');
  expect(safeContentType('application/vnd.openxmlformats-officedocument.wordprocessingml.document')).toBe(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  );
  for (const none of ['', 'pdf', 'text/', '/html', 'text/html\r\nX: y', 'a b/c', 'text/html/x', `${'a'.repeat(200)}/b`])
    expect(safeContentType(none)).toBe('application/octet-stream');
});
