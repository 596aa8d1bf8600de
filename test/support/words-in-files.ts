import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Which of the words stand as they are in a file, or in any file of a folder and below, that was written since a moment (milliseconds since 1970); what
 *  goes away meanwhile holds nothing. */
export async function wordsInFiles(place: string, words: readonly string[], sinceMs: number): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(() => null);
  const files = entries?.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name)) ?? [place];
  const found = new Set<string>();
  for (const file of files) {
    const written = await stat(file).catch(() => null);
    if (written && written.mtimeMs >= sinceMs) await look(file, words, found).catch(() => undefined);
  }
  return [...found];
}

async function look(file: string, words: readonly string[], found: Set<string>): Promise<void> {
  let tail = Buffer.alloc(0);
  for await (const piece of createReadStream(file, { highWaterMark: 4 * 1024 * 1024 }) as AsyncIterable<Buffer>) {
    const read = Buffer.concat([tail, piece]);
    for (const word of words) if (!found.has(word) && read.includes(word)) found.add(word);
    tail = read.subarray(-100);
  }
}
