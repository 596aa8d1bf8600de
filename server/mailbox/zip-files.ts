import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZippedFile {
  /** A safe name; the same one may stand twice. */
  readonly name: string;
  /** In bytes, exactly. */
  readonly size: number;
  /** Called when it is the file's turn. */
  readonly open: () => Promise<Readable>;
}

/** Files in one zip archive, each opened when those before it are written and read no faster than the archive is; the archive breaks with the
 *  first file that does. Stored, not packed: what people attach (PDF, pictures, Office) is packed already, and the size is known at once. */
export function zipFiles(files: readonly ZippedFile[], changedAt: Date): { bytes: Readable; size: number } {
  const zip = new ZipFile();
  const bytes = zip.outputStream as Readable;
  let open: Readable | null = null;
  const fail = (cause: unknown) => bytes.destroy(cause instanceof Error ? cause : new Error(String(cause)));
  zip.on('error', fail);
  // Whoever stops reading the archive ends the file that is being read.
  bytes.once('close', () => open?.destroy());
  const names = createNames();
  for (const file of files) {
    const options = { size: file.size, compress: false, mtime: changedAt, mode: 0o100644 };
    zip.addReadStreamLazy(names(file.name), options, (give) => {
      file.open().then((opened) => {
        open = opened.once('error', fail);
        if (bytes.destroyed) opened.destroy();
        else give(null, opened);
      }, fail);
    });
  }
  let size = 0;
  // The callback is told the size, at once since every part of it is known; its types do not say so.
  const learn = (total: number) => void (size = total);
  zip.end({ forceZip64Format: false, comment: '' }, learn as () => void);
  return { bytes, size };
}

/** Gives each name once: the second `scan.pdf` is `scan (2).pdf`, for file systems that do not tell capitals apart, too. */
function createNames(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const dot = wanted.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ''];
    let name = wanted;
    for (let number = 2; taken.has(keyOf(name)); number += 1) name = `${stem} (${number})${ending}`;
    taken.add(keyOf(name));
    return name;
  };
}

const keyOf = (name: string) => name.normalize('NFC').toLowerCase();
