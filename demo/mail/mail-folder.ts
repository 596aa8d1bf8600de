import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where caught mails are kept: one file for each mail and recipient, named by its id, which sorts by arrival. */
export interface MailFolder {
  /** Keeps a mail for its recipients; when it answers, the mail is on the disk. */
  keep(mail: Readable, envelope: MailEnvelope): Promise<void>;
  /** Ids, newest first. */
  list(): Promise<readonly string[]>;
  /** The source of a mail; null when there is none with this id. */
  read(id: string): Promise<Buffer | null>;
}

interface MailEnvelope {
  readonly from: string;
  readonly to: readonly string[];
}

const ID = /^[0-9a-z]{9}-[0-9a-z]{4}-[0-9a-f]{8}$/;
const ENDING = '.eml';

/** Opens (or makes) a folder of mails; what a crash left half-written is removed. */
export async function openMailFolder(folder: string): Promise<MailFolder> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) if (!name.endsWith(ENDING)) await rm(path.join(folder, name));
  const fileOf = (id: string) => path.join(folder, id + ENDING);
  const newId = countIds();
  return {
    async keep(mail, { from, to }) {
      const staged = path.join(folder, `${newId()}.part`);
      await pipeline(mail, createWriteStream(staged));
      const body = await readFile(staged);
      for (const recipient of to) await writeWhole(fileOf(newId()), [deliveryLines(from, recipient), body]);
      await rm(staged);
      await syncFolder(folder);
    },
    async list() {
      const ids = (await readdir(folder)).map((name) => name.slice(0, -ENDING.length));
      return ids.filter((id) => ID.test(id)).sort((a, b) => (a < b ? 1 : -1));
    },
    async read(id) {
      return ID.test(id) ? readFile(fileOf(id)).catch(() => null) : null;
    },
  };
}

/** What a mail server adds when it puts a mail into a mailbox (RFC 5321, 4.4). */
function deliveryLines(from: string, recipient: string): Buffer {
  return Buffer.from(`Return-Path: <${from}>\r\nDelivered-To: ${recipient}\r\n`, 'utf8');
}

function countIds(): () => string {
  let count = 0;
  return () => {
    count = (count + 1) % 36 ** 4;
    const time = Date.now().toString(36).padStart(9, '0');
    return `${time}-${count.toString(36).padStart(4, '0')}-${randomBytes(4).toString('hex')}`;
  };
}

async function writeWhole(file: string, parts: readonly Buffer[]): Promise<void> {
  const staged = `${file}.part`;
  const handle = await open(staged, 'w');
  try {
    for (const part of parts) await handle.write(part);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(staged, file);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
