/** Cuts bytes that arrive in pieces of any size into blocks of a fixed size, holding one block at most.
 *  Use: `add` a piece, `take` until null, and so on; after the last piece, `rest` is the last block, not longer than the others. */
export interface BlockCutter {
  add(piece: Buffer): void;
  /** The next block once a byte beyond it has come (so it is not the last), else null. Valid until the next call. */
  take(): Buffer | null;
  rest(): Buffer;
}

/** A cutter whose first block may have another size than the others. Sizes in bytes. */
export function createBlockCutter(firstBytes: number, otherBytes: number): BlockCutter {
  let held: Buffer | null = null;
  let heldBytes = 0;
  let wanted = firstBytes;
  let piece: Buffer = Buffer.alloc(0);

  const hold = (bytes: number): Buffer => {
    held ??= Buffer.allocUnsafeSlow(Math.max(firstBytes, otherBytes));
    heldBytes += piece.copy(held, heldBytes, 0, bytes);
    piece = piece.subarray(bytes);
    return held.subarray(0, heldBytes);
  };

  return {
    add(next) {
      piece = next;
    },
    take() {
      const missing = wanted - heldBytes;
      if (piece.length <= missing) {
        hold(piece.length);
        return null;
      }
      const block = heldBytes === 0 ? piece.subarray(0, missing) : hold(missing);
      if (heldBytes === 0) piece = piece.subarray(missing);
      heldBytes = 0;
      wanted = otherBytes;
      return block;
    },
    rest() {
      return hold(0);
    },
  };
}
