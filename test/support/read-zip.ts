import { crc32 } from 'node:zlib';

export interface UnzippedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The files of a whole zip archive, in order, by its central directory (APPNOTE 4.3). @throws when it is cut or a checksum is wrong */
export function readZip(zip: Buffer): UnzippedFile[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('the zip has no end');
  const files: UnzippedFile[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('the directory of the zip is broken');
    if (zip.readUInt16LE(at + 10) !== 0) throw new Error('the file is packed');
    const [checksum, size] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 24)];
    const [nameBytes, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + size);
    if (crc32(bytes) !== checksum) throw new Error('a file in the zip is broken');
    files.push({ name: zip.subarray(at + 46, at + 46 + nameBytes).toString('utf8'), bytes });
    at += 46 + nameBytes + extra + comment;
  }
  return files;
}
