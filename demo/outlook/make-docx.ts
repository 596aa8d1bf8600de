const encoder = new TextEncoder();

const parts: Record<string, (text: string) => string> = {
  '[Content_Types].xml': () =>
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels': () =>
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  'word/document.xml': (text) =>
    '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
};

/** The smallest file that Word opens: one paragraph (plain words), in a zip archive without compression. */
export function makeDocx(name: string, text: string): File {
  const entries = Object.entries(parts).map(([path, write]) => ({
    path: encoder.encode(path),
    content: encoder.encode(write(text)),
  }));
  let offset = 0;
  const files: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  for (const { path, content } of entries) {
    const shape = { path, content, checksum: crc32(content) };
    const local = record(0x04034b50, shape, []);
    files.push(local, path, content);
    directory.push(record(0x02014b50, shape, [offset]), path);
    offset += local.length + path.length + content.length;
  }
  const directoryLength = directory.reduce((sum, { length }) => sum + length, 0);
  return new File([...files, ...directory, endRecord(entries.length, directoryLength, offset)], name, {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  });
}

interface Shape {
  readonly path: Uint8Array;
  readonly content: Uint8Array;
  readonly checksum: number;
}

/** A header of the ZIP format (APPNOTE 4.3.7, 4.3.12): the local one, or with an offset the one in the directory. */
function record(signature: number, { path, content, checksum }: Shape, [offset]: number[]): Uint8Array<ArrayBuffer> {
  const isDirectory = offset !== undefined;
  const view = new DataView(new ArrayBuffer(isDirectory ? 46 : 30));
  const start = isDirectory ? 2 : 0;
  view.setUint32(0, signature, true);
  if (isDirectory) view.setUint16(4, 20, true);
  view.setUint16(4 + start, 20, true);
  view.setUint32(10 + start, 0x00210000, true);
  view.setUint32(14 + start, checksum, true);
  view.setUint32(18 + start, content.length, true);
  view.setUint32(22 + start, content.length, true);
  view.setUint16(26 + start, path.length, true);
  if (isDirectory) view.setUint32(42, offset, true);
  return new Uint8Array(view.buffer);
}

function endRecord(count: number, directoryLength: number, offset: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, directoryLength, true);
  view.setUint32(16, offset, true);
  return new Uint8Array(view.buffer);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
