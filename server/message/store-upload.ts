import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { limits } from '../../contract/limits.ts';
import type { Context, IncomingFile } from '../context.ts';
import { AppError } from '../errors.ts';
import { writeAttachmentFile } from '../security/attachment-file.ts';
import { randomId } from '../security/random-id.ts';
import { deleteFile } from '../store/files.ts';
import { deleteUpload, listOwned, markStored, openUpload, takeOwn } from '../store/uploads.ts';

/** What an owner may upload. Sizes in bytes. */
export interface UploadLimits {
  readonly fileBytes: number;
  readonly openBytes: number;
}

export interface StoredUpload {
  readonly uploadId: string;
  readonly size: number;
  readonly sha256: string;
  readonly leaseEndsAt: string;
}

/** The end of a lease that begins now. */
export function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + limits.uploadLeaseMinutes * 60_000);
}

/** Takes a file in while it arrives: sealed, counted and hashed in one pass, memory independent of its size. A broken or refused one leaves nothing.
 *  @throws attachment_too_large, upload_quota_reached, broken_upload */
export async function storeUpload(
  owner: string,
  file: IncomingFile,
  allowed: UploadLimits,
  context: Context,
): Promise<StoredUpload> {
  const uploadId = randomId();
  const { key, wrapped } = await context.keys.newDataKey(uploadId);
  const setAside = Math.min(file.announcedBytes ?? allowed.fileBytes, allowed.fileBytes);
  const leaseEndsAt = leaseEnd(context.clock.now());
  await openUpload({
    _id: uploadId,
    owner,
    state: 'open',
    size: setAside,
    sha256: '',
    key: wrapped,
    leaseEndsAt,
    claimedBy: null,
  });
  try {
    await requireQuota(owner, allowed);
    const meter = measure(allowed.fileBytes);
    await writeAttachmentFile(uploadId, key, file.bytes, meter.stream);
    const stored = { ...meter.result(), leaseEndsAt: leaseEnd(context.clock.now()) };
    if (!(await markStored(uploadId, stored))) throw new AppError('broken_upload');
    return { ...stored, uploadId, leaseEndsAt: stored.leaseEndsAt.toISOString() };
  } catch (error) {
    file.bytes.resume();
    await removeUpload(uploadId, owner);
    throw error;
  }
}

/** Removes an unclaimed upload and its file; nothing there is no error. What a crash leaves in between, the sweeper takes. */
export async function removeUpload(uploadId: string, owner: string): Promise<void> {
  if (!(await takeOwn(uploadId, owner))) return;
  await deleteFile(uploadId);
  await deleteUpload(uploadId);
}

/** The row of the new file is there already, so of two that arrive together at the border at least one sees the other. */
async function requireQuota(owner: string, { openBytes }: UploadLimits): Promise<void> {
  const open = await listOwned(owner, limits.openUploads + 1);
  const bytes = open.reduce((sum, upload) => sum + upload.size, 0);
  if (open.length > limits.openUploads || bytes > openBytes) throw new AppError('upload_quota_reached', { limit: openBytes });
}

function measure(mostBytes: number) {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      if (size > mostBytes) done(new AppError('attachment_too_large', { limit: mostBytes }));
      else done(null, chunk);
    },
  });
  return { stream, result: () => ({ size, sha256: hash.digest('hex') }) };
}
