import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { discardUpload, uploadAttachment } from '../../contract/send.ts';
import { sealedSize, unsealStream } from '../../server/security/seal.ts';
import { readFile } from '../../server/store/files.ts';
import type { UploadDocument } from '../../server/store/uploads.ts';
import { compare } from '../measure/compare.ts';
import { drive } from '../measure/drive.ts';
import type { Figure } from '../measure/figure.ts';
import { createHttpClient } from '../stage/http-client.ts';
import type { Stage } from '../stage/open-stage.ts';
import { fileForm } from './file-form.ts';
import type { WorkloadSize } from './workload-size.ts';

const megabyte = 1024 * 1024;

/** One file after the other, beside busboy -> AES-GCM -> GridFS in bare Node. */
export async function measureUpload(stage: Stage, { repetitions, uploads }: WorkloadSize): Promise<Figure[]> {
  const product = await stage.startProduct();
  const floor = await stage.startFloor();
  const figures = [];
  for (const [megabytes, count] of [[10, uploads] as const, [100, Math.ceil(uploads / 5)] as const]) {
    const { run, runOnFloor } = await uploaders(stage, product.port, floor.port, randomBytes(megabytes * megabyte), count);
    figures.push(
      await compare({
        workload: `upload ${megabytes} MB`,
        unit: 'MB/s',
        target: { atLeast: 0.7 },
        repetitions,
        product: async () => (count * megabytes) / (await run()),
        against: async () => (count * megabytes) / (await runOnFloor()),
      }),
    );
  }
  await Promise.all([product.stop(), floor.stop()]);
  return figures;
}

async function uploaders(stage: Stage, productPort: number, floorPort: number, file: Buffer, count: number) {
  const [ours, theirs] = [createHttpClient(productPort), createHttpClient(floorPort)];
  const sha256 = createHash('sha256').update(file).digest('hex');
  const form = fileForm(file);
  const own = { authorization: `Bearer ${await stage.identity.token()}`, origin: stage.publicOrigin };
  const floorDatabase = mongoose.connection.useDb('bench-floor');

  const run = async () => {
    const ids: string[] = [];
    const seconds = await drive(count, 1, async () => {
      const path = uploadAttachment.path;
      const answer = await ours.ask({ method: 'POST', path, headers: { ...own, ...form.headers }, body: form.body, status: 201 });
      const stored = uploadAttachment.output.parse(JSON.parse(answer));
      assert.equal(stored.sha256, sha256);
      assert.equal(stored.size, file.length);
      ids.push(stored.uploadId);
    });
    await assertStored(stage, ids.at(-1) ?? '', file.length, sha256);
    for (const id of ids) {
      await ours.ask({ method: 'DELETE', path: discardUpload.path.replace(':uploadId', id), headers: own, status: 200 });
    }
    return seconds;
  };
  const runOnFloor = async () => {
    const seconds = await drive(count, 1, async () => {
      await theirs.ask({ method: 'POST', path: '/upload', headers: form.headers, body: form.body, status: 201 });
    });
    const last = await floorDatabase.collection('attachments.files').findOne({}, { sort: { _id: -1 } });
    assert.equal(last?.['length'], file.length);
    await floorDatabase.collection('attachments.files').deleteMany({});
    await floorDatabase.collection('attachments.chunks').deleteMany({});
    return seconds;
  };
  return { run, runOnFloor };
}

/** What lies in the database opens to what was sent. */
async function assertStored({ context }: Stage, uploadId: string, size: number, sha256: string): Promise<void> {
  const row = await mongoose.connection
    .collection<UploadDocument>('uploads')
    .findOne({ _id: uploadId }, { promoteBuffers: true });
  assert.ok(row);
  const key = await context.keys.openDataKey(row.key, uploadId);
  const plain = unsealStream(key, { kind: 'attachment', id: uploadId });
  const hash = createHash('sha256');
  plain.on('data', (bytes: Buffer) => hash.update(bytes));
  let sealedBytes = 0;
  for await (const chunk of readFile(uploadId)) {
    sealedBytes += chunk.length;
    if (!plain.write(chunk)) await new Promise((resolve) => plain.once('drain', resolve));
  }
  await new Promise<void>((resolve, reject) => plain.on('error', reject).end(resolve));
  assert.equal(sealedBytes, sealedSize(size));
  assert.equal(hash.digest('hex'), sha256);
}
