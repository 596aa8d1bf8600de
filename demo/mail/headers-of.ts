import type { Readable } from 'node:stream';

const MOST_BYTES = 64 * 1024;

/** Listens in on a mail as it is read by somebody else; the function it answers gives the header lines that came so far, without the blank line
 *  behind them, at most 64 KB. */
export function headersOf(mail: Readable): () => string {
  let head = Buffer.alloc(0);
  mail.on('data', (chunk: Buffer) => {
    if (head.length < MOST_BYTES) head = Buffer.concat([head, chunk.subarray(0, MOST_BYTES)]);
  });
  return () => head.toString('utf8').split('\r\n\r\n', 1)[0] ?? '';
}
