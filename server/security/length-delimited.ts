/** The texts as UTF-8, each behind its length in bytes (32 bits, big-endian), so that no two different lists give the same bytes. */
export function lengthDelimited(texts: readonly string[]): Buffer {
  const parts = texts.flatMap((text) => {
    const length = Buffer.alloc(4);
    const bytes = Buffer.from(text, 'utf8');
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  return Buffer.concat(parts);
}
