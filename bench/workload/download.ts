import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { downloadAll, downloadAttachment } from '../../contract/mailbox.ts';
import { seedFloorFiles } from '../floor/seed-floor-files.ts';
import { compare } from '../measure/compare.ts';
import { drive } from '../measure/drive.ts';
import { type Figure, figureOf } from '../measure/figure.ts';
import { idleMegabytes, isMemoryTold, peakMegabytes } from '../measure/process-memory.ts';
import { countBytes } from '../stage/count-bytes.ts';
import type { Stage } from '../stage/open-stage.ts';
import { type ProductFiles, seedProductFiles } from '../stage/seed-product-files.ts';
import type { WorkloadSize } from './workload-size.ts';

const megabyte = 1024 * 1024;
/** The zip's own bytes: names, checksums, directory. */
const zipWrapping = 10_000;

type Fetch = (port: number) => Promise<number>;

const ofOne = ({ sessionToken, deliveryId, attachmentIds: [attachmentId = ''] }: ProductFiles): Fetch => {
  const path = downloadAttachment.path.replace(':deliveryId', deliveryId).replace(':attachmentId', attachmentId);
  return (port) => countBytes(port, path, { cookie: `__Host-session=${sessionToken}` });
};
const ofAll = ({ sessionToken, deliveryId }: ProductFiles): Fetch => {
  const path = downloadAll.path.replace(':deliveryId', deliveryId);
  return (port) => countBytes(port, path, { cookie: `__Host-session=${sessionToken}` });
};
const ofFloor =
  (names: readonly string[]): Fetch =>
  (port) =>
    countBytes(port, `/download/${names.join(',')}`);

const scenes = [
  { workload: 'download 10 MB', files: 1, megabytes: 10, share: 1, target: { atLeast: 1.2 }, make: ofOne },
  { workload: 'download 100 MB', files: 1, megabytes: 100, share: 0.2, target: { atLeast: 1.2 }, make: ofOne },
  { workload: 'zip of 20 x 5 MB', files: 20, megabytes: 5, share: 0.2, target: { atLeast: 0.7 }, make: ofAll },
] as const;

/** One download after the other, beside the driver's own GridFS stream and AES; then how far memory rises while eight zips are read at once. */
export async function measureDownload(stage: Stage, { repetitions, uploads }: WorkloadSize): Promise<Figure[]> {
  const floorDatabase = mongoose.connection.getClient().db('bench-floor');
  const product = await stage.startProduct();
  const floor = await stage.startFloor();
  const figures = [];
  for (const { workload, files, megabytes, share, target, make } of scenes) {
    const bytes = megabytes * megabyte;
    const ours = make(await seedProductFiles(`${files}-${megabytes}@client.example`, files, bytes, stage.context));
    const theirs = ofFloor(await seedFloorFiles(floorDatabase, files, bytes));
    const times = Math.ceil(uploads * share);
    const rate = (read: Fetch, port: number) => async () =>
      (times * files * megabytes) / (await drive(times, 1, async () => assertWhole(await read(port), files * bytes)));
    figures.push(
      await compare({
        ...{ workload, unit: 'MB/s', target, repetitions },
        product: rate(ours, product.port),
        against: rate(theirs, floor.port),
      }),
    );
    if (isMemoryTold) figures.push(await measureMemory(stage, `memory, 8 x ${workload}`, ours, repetitions));
  }
  await Promise.all([product.stop(), floor.stop()]);
  return figures;
}

function assertWhole(received: number, expected: number): void {
  assert.ok(received >= expected && received <= expected + zipWrapping, `${received} of ${expected} bytes`);
}

/** In a process of its own each time, warmed up by two downloads; beside 16 MB and 4 MB for each download, whatever its size. */
async function measureMemory(stage: Stage, workload: string, read: Fetch, repetitions: number): Promise<Figure> {
  const atOnce = 8;
  const pairs = [];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const { port, processId, stop } = await stage.startProduct();
    for (let times = 0; times < 2; times += 1) await read(port);
    const idle = await idleMegabytes(processId);
    const peak = await peakMegabytes(processId, () => drive(atOnce, atOnce, async () => void (await read(port))));
    await stop();
    pairs.push({ product: peak - idle, against: 16 + 4 * atOnce });
  }
  return figureOf(workload, 'MB over idle', { atMost: 1 }, pairs);
}
