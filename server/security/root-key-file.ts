import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { keyBytes } from './seal-format.ts';

const howToMakeOne = 'A root key file holds 32 random bytes as base64: openssl rand -base64 32';

/** The root key file is missing, is none, or belongs to another database. The message is a sentence for the operator. */
export class RootKeyError extends Error {
  override readonly name = 'RootKeyError';
}

/** Reads a root key file: 32 bytes as one line of base64. @throws RootKeyError */
export async function readRootKeyFile(path: string): Promise<Buffer> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new RootKeyError(`The root key file ${path} cannot be read. ${howToMakeOne}`, { cause });
  });
  const key = rootKeyOf(text);
  if (!key) throw new RootKeyError(`The file ${path} is not a root key. ${howToMakeOne}`);
  return key;
}

/** The root key that the content of a file is; null when it is none. */
export function rootKeyOf(text: string): Buffer | null {
  const line = text.trim();
  const key = Buffer.from(line, 'base64');
  return key.length === keyBytes && key.toString('base64') === line ? key : null;
}

/** Makes a root key file that only its owner can read, whole and on the disk when this returns; its folder must exist.
 *  Never overwrites: fails with EEXIST. */
export async function createRootKeyFile(path: string): Promise<void> {
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    await writeThrough(draft, `${randomBytes(keyBytes).toString('base64')}\n`);
    // A link, not a rename: a rename would replace a key that is already there.
    await link(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
}

async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
