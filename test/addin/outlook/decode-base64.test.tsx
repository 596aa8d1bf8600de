import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeBase64, decodeInChunks } from '../../../addin/outlook/decode-base64.ts';

test('whatever the bytes, they come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64');
      expect(Buffer.from(decodeInChunks(text)).equals(Buffer.from(bytes))).toBe(true);
      expect(Buffer.from(decodeBase64(text)).equals(Buffer.from(bytes))).toBe(true);
    }),
  );
});

test('a file of several chunks comes back whole, line breaks or not', () => {
  const bytes = Buffer.alloc(2_500_001, 'Sealpost');
  const text = bytes.toString('base64');
  expect(Buffer.from(decodeInChunks(text)).equals(bytes)).toBe(true);
  expect(Buffer.from(decodeInChunks(text.replace(/.{76}/g, '$&\r\n'))).equals(bytes)).toBe(true);
});
