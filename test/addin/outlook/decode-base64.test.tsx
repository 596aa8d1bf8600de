import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeBase64, decodeInSlices, decodeSlice } from '../../../addin/outlook/decode-base64.ts';

test('whatever the bytes, they come back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
      const text = Buffer.from(bytes).toString('base64');
      expect(Buffer.from(await decodeInSlices(text, decodeSlice)).equals(Buffer.from(bytes))).toBe(true);
      expect(Buffer.from(await decodeBase64(text)).equals(Buffer.from(bytes))).toBe(true);
    }),
  );
});

test('a file of several slices comes back whole, line breaks or not', async () => {
  const bytes = Buffer.alloc(2_500_001, 'Sealpost');
  const text = bytes.toString('base64');
  expect(Buffer.from(await decodeBase64(text)).equals(bytes)).toBe(true);
  expect(Buffer.from(await decodeBase64(text.replace(/.{76}/g, '$&\r\n'))).equals(bytes)).toBe(true);
});

test('while a large file is decoded, the page does other things', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 0);
  const slowly = (slice: string) => {
    const until = performance.now() + 11;
    while (performance.now() < until);
    return decodeSlice(slice);
  };
  await decodeInSlices(Buffer.alloc(1_000_000).toString('base64'), slowly);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(1);
});

test('what is no base64 is no file', async () => {
  await expect(decodeBase64('This is no file!')).rejects.toThrow();
});
