import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { isProcessAlive } from './is-process-alive.ts';

const runningSchema = z.object({ processId: z.int().positive(), settings: z.record(z.string(), z.string()) });

const fileIn = (folder: string) => path.join(folder, 'running.json');

/** Tells the commands on this machine how to reach what this process runs with its data in `folder`, until the answer is called. */
export async function tellSettings(folder: string, settings: Readonly<Record<string, string>>): Promise<() => Promise<void>> {
  const file = fileIn(folder);
  const written = `${file}.${process.pid}`;
  await writeFile(written, JSON.stringify({ processId: process.pid, settings }), { mode: 0o600 });
  await rename(written, file);
  return () => rm(file, { force: true });
}

/** The settings of what runs with its data in `folder`; null where nothing does, whatever a process that is gone has left there. */
export async function runningSettings(folder: string): Promise<Readonly<Record<string, string>> | null> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => null);
  if (text === null) return null;
  const { processId, settings } = runningSchema.parse(JSON.parse(text));
  return isProcessAlive(processId) ? settings : null;
}
