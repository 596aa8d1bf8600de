import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

const settleMs = 2000;
const lookEveryMs = 100;

/** Whether this system tells a process's memory exactly (Linux, /proc). */
export const isMemoryTold = process.platform === 'linux';

/** Resident memory of a process at rest, in MB: the least of two seconds. */
export async function idleMegabytes(processId: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let waited = 0; waited < settleMs; waited += lookEveryMs) {
    least = Math.min(least, await read(processId, 'VmRSS'));
    await wait(lookEveryMs);
  }
  return least;
}

/** The most resident memory that a process had while `work` was done, in MB: the kernel's own high-water mark, which misses no moment. */
export async function peakMegabytes(processId: number, work: () => Promise<unknown>): Promise<number> {
  // proc(5): 5 resets the high-water mark to what is resident now.
  await writeFile(`/proc/${processId}/clear_refs`, '5');
  await work();
  return read(processId, 'VmHWM');
}

async function read(processId: number, field: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${processId}/status`, 'utf8');
  const [, kilobytes] = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
  return Number(kilobytes) / 1024;
}
