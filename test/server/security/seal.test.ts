import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sealBytes, SealBrokenError, sealedSize, sealStream, unsealBytes, unsealStream } from '../../../server/security/seal.ts';
import { sealWithWebCrypto } from './seal-with-web-crypto.ts';

interface Vector {
  readonly name: string;
  readonly kind: string;
  readonly id: string;
  readonly key: string;
  readonly header: string;
  /** The plaintext is 0, 1, ... 250, 0, 1, ... of this length. */
  readonly plainBytes: number;
  readonly sealedSha256: string;
  /** Hexadecimal, of the short ones. */
  readonly sealed?: string;
}

const vectors = JSON.parse(readFileSync(new URL('seal-vectors.json', import.meta.url), 'utf8')) as readonly Vector[];
const key = randomBytes(32);
const binding = { kind: 'attachment', id: 'AAAAAAAAAAAAAAAAAAAAAA' };
const aroundBorders = [0, 1, 15, 16, 17, 65535, 65536, 65537, 131072, 131073, 196608, 200_000];

// The vectors were made once: keys and headers from SHA-256 of a counter, `sealed` by sealWithWebCrypto. They change only with the format version.
test.each(vectors)('what an earlier version sealed still opens: $name', async ({ kind, id, plainBytes, ...vector }) => {
  const plain = Buffer.from(Array.from({ length: plainBytes }, (_, index) => index % 251));
  const sealed = await sealWithWebCrypto(Buffer.from(vector.key, 'hex'), { kind, id }, Buffer.from(vector.header, 'hex'), plain);
  expect(createHash('sha256').update(sealed).digest('hex')).toBe(vector.sealedSha256);
  if (vector.sealed !== undefined) expect(sealed.toString('hex')).toBe(vector.sealed);
  expect(unsealBytes(Buffer.from(vector.key, 'hex'), { kind, id }, sealed).equals(plain)).toBe(true);
});

test.each(aroundBorders)('%i bytes sealed whole are byte for byte what the described format gives', async (size) => {
  const plain = randomBytes(size);
  const sealed = sealBytes(key, binding, plain);
  const again = await sealWithWebCrypto(key, binding, sealed.subarray(0, 24), plain);
  expect(sealed.equals(again)).toBe(true);
});

test.each(aroundBorders)('%i bytes come back whole, however the bytes arrive', async (size) => {
  const plain = randomBytes(size);
  await fc.assert(
    fc.asyncProperty(cuts, cuts, async (plainCuts, sealedCuts) => {
      const sealed = await buffer(piecesOf(plain, plainCuts).pipe(sealStream(key, binding)));
      expect(sealed).toHaveLength(sealedSize(size));
      expect(unsealBytes(key, binding, sealed).equals(plain)).toBe(true);
      const unsealed = await buffer(piecesOf(sealed, sealedCuts).pipe(unsealStream(key, binding)));
      expect(unsealed.equals(plain)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test('bytes that arrive one at a time come back whole', async () => {
  const plain = randomBytes(70_000);
  const oneByOne = (bytes: Buffer) => Readable.from(Array.from(bytes, (byte) => Buffer.of(byte)));
  const sealed = await buffer(oneByOne(plain).pipe(sealStream(key, binding)));
  expect((await buffer(oneByOne(sealed).pipe(unsealStream(key, binding)))).equals(plain)).toBe(true);
});

test('the same text sealed twice looks different', () => {
  expect(sealBytes(key, binding, Buffer.from('text')).equals(sealBytes(key, binding, Buffer.from('text')))).toBe(false);
});

test('a key of another length than 32 bytes is refused', () => {
  expect(() => sealBytes(randomBytes(16), binding, Buffer.from('text'))).toThrow(RangeError);
  expect(() => sealStream(randomBytes(31), binding)).toThrow(RangeError);
});

test('nothing is no sealed object', async () => {
  expect(() => unsealBytes(key, binding, Buffer.alloc(0))).toThrow(SealBrokenError);
  await expect(buffer(Readable.from([]).pipe(unsealStream(key, binding)))).rejects.toThrow(SealBrokenError);
});

test.each([1_000, 65_536, 20_000_000])(
  'a slow reader never makes more than a few chunks wait (pieces of %i bytes)',
  async (pieceBytes) => {
    const plain = randomBytes(20_000_000);
    const pieces = Array.from({ length: Math.ceil(plain.length / pieceBytes) }, (_, n) =>
      plain.subarray(n * pieceBytes, (n + 1) * pieceBytes),
    );
    const [seal, unseal] = [sealStream(key, binding), unsealStream(key, binding)];
    const digest = createHash('sha256');
    let waiting = 0;
    const slowReader = new Writable({
      write(piece: Buffer, _encoding, done) {
        digest.update(piece);
        waiting = Math.max(waiting, seal.readableLength, unseal.readableLength, unseal.writableLength);
        setImmediate(done);
      },
    });
    await pipeline(Readable.from(pieces, { objectMode: false }), seal, unseal, slowReader);
    expect(waiting).toBeLessThan(4 * 65_536);
    expect(digest.digest('hex')).toBe(createHash('sha256').update(plain).digest('hex'));
  },
);

/** Where to cut bytes into pieces, as fractions of their length. */
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });

function piecesOf(bytes: Buffer, fractions: readonly number[]): Readable {
  const borders = [0, ...fractions.map((fraction) => Math.floor(fraction * bytes.length)), bytes.length].sort((a, b) => a - b);
  const pieces = borders.slice(1).map((end, index) => bytes.subarray(borders[index], end));
  return Readable.from(
    pieces.filter((piece) => piece.length > 0),
    { objectMode: false },
  );
}
