import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type SealBinding, sealBytes, SealBrokenError, unsealBytes, unsealStream } from '../../../server/security/seal.ts';
import { sealWithWebCrypto } from './seal-with-web-crypto.ts';

const chunkBytes = 65536;
const key = randomBytes(32);
const binding = { kind: 'attachment', id: 'AAAAAAAAAAAAAAAAAAAAAA' };

/** Three chunks with a short, a full and a one-byte last one. */
const plain = fc.constantFrom(150_000, 3 * chunkBytes, 2 * chunkBytes + 1).map((size) => randomBytes(size));
const chunkIndex = fc.integer({ min: 0, max: 2 });

test('a flipped bit anywhere is refused before the text of its chunk is released', async () => {
  await fc.assert(
    fc.asyncProperty(
      plain,
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 0, max: 7 }),
      async (text, where, bit) => {
        const sealed = sealBytes(key, binding, text);
        const at = Math.floor(where * sealed.length);
        sealed[at] = (sealed[at] ?? 0) ^ (1 << bit);
        await expectRefused(sealed, text, wholeChunksBefore(at));
      },
    ),
  );
});

test('each single bit of a short sealed text counts', () => {
  const sealed = sealBytes(key, binding, Buffer.from('text'));
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const flipped = Buffer.from(sealed);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => unsealBytes(key, binding, flipped)).toThrow(SealBrokenError);
  }
});

test('a cut object is refused, also at a chunk border', async () => {
  const borders = fc.integer({ min: 0, max: 2 }).map((chunks) => 24 + chunks * (chunkBytes + 16));
  await fc.assert(
    fc.asyncProperty(plain, fc.oneof(borders, fc.nat({ max: 2 * chunkBytes + 50 })), async (text, length) => {
      await expectRefused(sealBytes(key, binding, text).subarray(0, length), text, wholeChunksBefore(length));
    }),
  );
});

test('an object with bytes behind its end is refused', async () => {
  await fc.assert(
    fc.asyncProperty(plain, fc.uint8Array({ minLength: 1, maxLength: 100 }), async (text, extra) => {
      await expectRefused(Buffer.concat([sealBytes(key, binding, text), extra]), text, 2);
    }),
  );
});

test('swapped chunks are refused', async () => {
  await fc.assert(
    fc.asyncProperty(plain, fc.constantFrom([0, 1], [0, 2], [1, 2]), async (text, [one = 0, other = 0]) => {
      const { header, chunks } = takeApart(sealBytes(key, binding, text));
      const swapped = chunks.with(one, chunks[other] ?? header).with(other, chunks[one] ?? header);
      await expectRefused(Buffer.concat([header, ...swapped]), text, one);
    }),
  );
});

test('a repeated chunk is refused', async () => {
  await fc.assert(
    fc.asyncProperty(plain, chunkIndex, async (text, index) => {
      const { header, chunks } = takeApart(sealBytes(key, binding, text));
      const repeated = chunks.toSpliced(index, 0, chunks[index] ?? header);
      await expectRefused(Buffer.concat([header, ...repeated]), text, Math.min(index + 1, 2));
    }),
  );
});

test('a dropped chunk is refused', async () => {
  await fc.assert(
    fc.asyncProperty(plain, chunkIndex, async (text, index) => {
      const { header, chunks } = takeApart(sealBytes(key, binding, text));
      await expectRefused(Buffer.concat([header, ...chunks.toSpliced(index, 1)]), text, Math.min(index, 1));
    }),
  );
});

const others: readonly SealBinding[] = [
  { kind: 'attachment', id: 'AAAAAAAAAAAAAAAAAAAAAB' },
  { kind: 'message', id: binding.id },
  { kind: 'attachmentA', id: binding.id.slice(1) },
];

test.each(others)(
  'a chunk moved in from another object is refused, even with the same key and header ($kind $id)',
  async (other) => {
    await fc.assert(
      fc.asyncProperty(plain, chunkIndex, async (text, index) => {
        const { header, chunks } = takeApart(sealBytes(key, binding, text));
        const foreign = takeApart(await sealWithWebCrypto(key, other, header, text)).chunks;
        await expectRefused(Buffer.concat([header, ...chunks.with(index, foreign[index] ?? header)]), text, index);
      }),
      { numRuns: 20 },
    );
  },
);

test.each(others)('an object does not open as another one ($kind $id)', (other) => {
  expect(() => unsealBytes(key, other, sealBytes(key, binding, Buffer.from('text')))).toThrow(SealBrokenError);
});

test('an object does not open with another key', () => {
  expect(() => unsealBytes(randomBytes(32), binding, sealBytes(key, binding, Buffer.from('text')))).toThrow(SealBrokenError);
});

test('the text of a chunk waits for its last byte and for what follows it', () => {
  const text = randomBytes(chunkBytes + 10);
  const { header, chunks } = takeApart(sealBytes(key, binding, text));
  const [first = header, second = header] = chunks;
  const stream = unsealStream(key, binding);
  stream.write(header);
  stream.write(first);
  expect(stream.read()).toBeNull();
  stream.write(second.subarray(0, 1));
  expect(text.subarray(0, chunkBytes).equals(stream.read() as Buffer)).toBe(true);
  stream.write(second.subarray(1));
  expect(stream.read()).toBeNull();
});

function takeApart(sealed: Buffer): { header: Buffer; chunks: Buffer[] } {
  const starts = [0, 1, 2].map((index) => 24 + index * (chunkBytes + 16)).filter((start) => start < sealed.length);
  return { header: sealed.subarray(0, 24), chunks: starts.map((start) => sealed.subarray(start, start + chunkBytes + 16)) };
}

function wholeChunksBefore(sealedOffset: number): number {
  return Math.max(0, Math.floor((sealedOffset - 24) / (chunkBytes + 16)));
}

/** Refused, and what came out before is the beginning of the text, up to `chunks` whole chunks. */
async function expectRefused(sealed: Buffer, text: Buffer, chunks: number): Promise<void> {
  expect(() => unsealBytes(key, binding, sealed)).toThrow(SealBrokenError);
  const released: Buffer[] = [];
  const reading = async (): Promise<void> => {
    for await (const piece of Readable.from([sealed]).pipe(unsealStream(key, binding))) released.push(piece as Buffer);
  };
  await expect(reading()).rejects.toThrow(SealBrokenError);
  const bytes = Buffer.concat(released);
  expect(bytes.length).toBeLessThanOrEqual(chunks * chunkBytes);
  expect(bytes.equals(text.subarray(0, bytes.length))).toBe(true);
}
