import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { discardUpload, uploadAttachment } from '../../contract/send.ts';
import { drive } from '../measure/drive.ts';
import { type Figure, figureOf } from '../measure/figure.ts';
import { idleMegabytes, isMemoryTold, peakMegabytes } from '../measure/process-memory.ts';
import { createHttpClient } from '../stage/http-client.ts';
import type { Stage } from '../stage/open-stage.ts';
import { fileForm } from './file-form.ts';
import type { WorkloadSize } from './workload-size.ts';

const megabyte = 1024 * 1024;
const scenes = [
  { uploads: 1, megabytes: 10 },
  { uploads: 8, megabytes: 10 },
  { uploads: 32, megabytes: 10 },
  { uploads: 8, megabytes: 100 },
] as const;
type Scene = (typeof scenes)[number];

/** How far the server's resident memory rises above its rest while files arrive, beside 16 MB and 2 MB for each file, whatever its size.
 *  Each repetition has a process of its own, so that none rests on what another left; two uploads warm it up first. */
export async function measureMemory(stage: Stage, { repetitions }: WorkloadSize): Promise<Figure[]> {
  if (!isMemoryTold) {
    console.log('Memory is measured on Linux only.');
    return [];
  }
  const files = new Map(scenes.map(({ megabytes }) => [megabytes, fileOf(megabytes)]));
  const figures = [];
  for (const scene of scenes) {
    const pairs = [];
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      pairs.push({ product: await measureRise(stage, scene, files), against: 16 + 2 * scene.uploads });
    }
    const workload = `memory, ${scene.uploads} x ${scene.megabytes} MB at once`;
    figures.push(figureOf(workload, 'MB over idle', { atMost: 1 }, pairs));
  }
  return figures;
}

interface SentFile {
  readonly form: ReturnType<typeof fileForm>;
  readonly sha256: string;
}

function fileOf(megabytes: number): SentFile {
  const bytes = randomBytes(megabytes * megabyte);
  return { form: fileForm(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function measureRise(stage: Stage, { uploads, megabytes }: Scene, files: ReadonlyMap<number, SentFile>): Promise<number> {
  const product = await stage.startProduct();
  const { ask, close } = createHttpClient(product.port);
  const upload = async (file: SentFile | undefined) => {
    assert.ok(file);
    // Somebody else each time: what one person may have under way is limited.
    const token = await stage.identity.token({ claims: { oid: randomUUID() } });
    const own = { authorization: `Bearer ${token}`, origin: stage.publicOrigin };
    const { headers, body } = file.form;
    const request = { path: uploadAttachment.path, headers: { ...own, ...headers }, body, status: 201 };
    const stored = uploadAttachment.output.parse(JSON.parse(await ask({ method: 'POST', ...request })));
    assert.equal(stored.sha256, file.sha256);
    return () =>
      ask({ method: 'DELETE', path: discardUpload.path.replace(':uploadId', stored.uploadId), headers: own, status: 200 });
  };
  const discards = [await upload(files.get(10)), await upload(files.get(10))];
  const idle = await idleMegabytes(product.processId);
  const peak = await peakMegabytes(product.processId, () =>
    drive(uploads, uploads, async () => void discards.push(await upload(files.get(megabytes)))),
  );
  for (const discard of discards) await discard();
  close();
  await product.stop();
  return peak - idle;
}
