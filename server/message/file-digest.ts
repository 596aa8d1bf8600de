import type { Context } from '../context.ts';

/** What is kept of a file's content to tell it from another: a keyed hash of its SHA-256 (lower-case hex) and its size in bytes. */
export function fileDigest({ sha256, size }: { sha256: string; size: number }, { keys }: Pick<Context, 'keys'>): string {
  return keys.hash('file-digest', sha256, String(size)).toString('base64url');
}
