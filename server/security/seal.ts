import { Transform, type TransformCallback } from 'node:stream';
import { createBlockCutter, type BlockCutter } from './block-cutter.ts';
import {
  createChunkOpener,
  createChunkSealer,
  headerBytes,
  newHeader,
  plainChunkBytes,
  sealedChunkBytes,
  tagBytes,
} from './seal-format.ts';

/** What a sealed object is and whose it is: it opens only under the same words. */
export interface SealBinding {
  readonly kind: string;
  readonly id: string;
}

/** Sealed bytes are not what was sealed with this key for this object: changed, cut, extended, or another object's. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError';

  constructor({ kind }: SealBinding) {
    super(`The seal of a ${kind} is broken`);
  }
}

/** How many bytes `plainBytes` bytes are when sealed. */
export function sealedSize(plainBytes: number): number {
  const chunks = Math.max(1, Math.ceil(plainBytes / plainChunkBytes));
  return headerBytes + plainBytes + chunks * tagBytes;
}

/** Seals a whole object under a key of 32 bytes. */
export function sealBytes(key: Buffer, { kind, id }: SealBinding, plain: Uint8Array): Buffer {
  const header = newHeader();
  const sealChunk = createChunkSealer(key, kind, id, header);
  const parts = [header];
  let start = 0;
  do {
    const end = start + plainChunkBytes;
    parts.push(...sealChunk(plain.subarray(start, end), end >= plain.length));
    start = end;
  } while (start < plain.length);
  return Buffer.concat(parts, sealedSize(plain.length));
}

/** Opens a whole sealed object. @throws SealBrokenError and gives out nothing when any part of it is not what was sealed. */
export function unsealBytes(key: Buffer, binding: SealBinding, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < headerBytes) throw new SealBrokenError(binding);
  const openChunk = createChunkOpener(key, binding.kind, binding.id, bytes.subarray(0, headerBytes));
  const parts: Buffer[] = [];
  let start = headerBytes;
  do {
    const end = start + sealedChunkBytes;
    parts.push(opened(openChunk(bytes.subarray(start, end), end >= bytes.length), binding));
    start = end;
  } while (start < bytes.length);
  const [only] = parts;
  return only && parts.length === 1 ? only : Buffer.concat(parts);
}

/** Seals what is written to it, in constant memory. Same format as `sealBytes`. */
export function sealStream(key: Buffer, { kind, id }: SealBinding): Transform {
  const header = newHeader();
  const sealChunk = createChunkSealer(key, kind, id, header);
  const stream = convertBlocks(createBlockCutter(plainChunkBytes, plainChunkBytes), sealChunk);
  stream.push(header);
  return stream;
}

/** Opens what is written to it, in constant memory. A chunk leaves only after it verified; the end only after the last chunk did.
 *  Fails with SealBrokenError where the sealed bytes are not what was sealed. */
export function unsealStream(key: Buffer, binding: SealBinding): Transform {
  let openChunk: ReturnType<typeof createChunkOpener> | null = null;
  return convertBlocks(createBlockCutter(headerBytes, sealedChunkBytes), (block, isLast) => {
    if (openChunk) return [opened(openChunk(block, isLast), binding)];
    if (isLast) throw new SealBrokenError(binding);
    openChunk = createChunkOpener(key, binding.kind, binding.id, Buffer.from(block));
    return [];
  });
}

function opened(plain: Buffer | null, binding: SealBinding): Buffer {
  if (!plain) throw new SealBrokenError(binding);
  return plain;
}

/** Passes a stream through `convert` block by block. It pauses within a large piece, too, while the reader is slow. */
function convertBlocks(blocks: BlockCutter, convert: (block: Buffer, isLast: boolean) => Buffer[]): Transform {
  let proceed: (() => void) | null = null;
  const give = (stream: Transform, block: Buffer, isLast: boolean): void => {
    for (const part of convert(block, isLast)) if (part.length > 0) stream.push(part);
  };
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      blocks.add(piece);
      let block = blocks.take();
      const convertWhileRoom = catching(done, () => {
        while (block) {
          give(this, block, false);
          block = blocks.take();
          // Waiting only with a block in hand: a read that is answered with nothing would be the last one.
          if (!block || this.readableLength < this.readableHighWaterMark) continue;
          proceed = convertWhileRoom;
          return;
        }
        done();
      });
      convertWhileRoom();
    },
    read(size) {
      if (!proceed) return Transform.prototype._read.call(this, size);
      const convertWhileRoom = proceed;
      proceed = null;
      convertWhileRoom();
    },
    flush(done) {
      catching(done, () => {
        give(this, blocks.rest(), true);
        done();
      })();
    },
  });
}

/** The step, with what it throws given to `done`. */
function catching(done: TransformCallback, step: () => void): () => void {
  return () => {
    try {
      step();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  };
}
