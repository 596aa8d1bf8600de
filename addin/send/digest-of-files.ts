import { digestOfText } from './digest-of.ts';
import type { OutgoingFile } from './outgoing-file.ts';

/** One digest of what all the files of a message hold, in whatever order; `digests` are their SHA-256 in the order of `files`. */
export function digestOfFiles(files: readonly OutgoingFile[], digests: readonly string[]): Promise<string> {
  return digestOfText(JSON.stringify(files.map(({ name }, place) => [name, digests[place]].join(' ')).sort()));
}
