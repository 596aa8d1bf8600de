import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { limits } from '../../contract/limits.ts';
import type { Context, IncomingFile } from '../context.ts';
import { AppError } from '../errors.ts';
import { writeAttachmentFile } from '../security/attachment-file.ts';
import { randomId } from '../security/random-id.ts';
import { deleteFile } from '../store/files.ts';
import { fileDigest } from './file-digest.ts';
import { deleteUpload, listOwned, markStored, openUpload, renewIfOpen, takeOwn } from '../store/uploads.ts';

const RENEW_EVERY_MS = 60_000;

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

/** Takes a file in while it arrives: sealed, counted and hashed in one pass, memory independent of its size. A broken or refused one leaves nothing, nor one
 *  of whose storing nobody was told.
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
    digest: '',
    key: wrapped,
    leaseEndsAt,
    claimedBy: null,
  });
  try {
    await requireQuota(owner, allowed);
    const meter = measure(allowed.fileBytes, leaseKeeper(uploadId, context));
    await writeAttachmentFile(uploadId, key, file.bytes, meter.stream);
    const { size, sha256 } = meter.result();
    const stored = { size, digest: fileDigest({ size, sha256 }, context), leaseEndsAt: leaseEnd(context.clock.now()) };
    if (!(await markStored(uploadId, stored))) throw new AppError('broken_upload');
    file.unlessAnswered?.(() => removeUpload(uploadId, owner));
    return { uploadId, size, sha256, leaseEndsAt: stored.leaseEndsAt.toISOString() };
  } catch (error) {
    file.bytes.resume();
    // Nobody knows its id yet, so nobody can have claimed it; where the sweeper came first, what arrived after it goes here.
    await deleteFile(uploadId);
    await deleteUpload(uploadId);
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

/** Moves the lease along while bytes arrive, and ends an upload that the sweeper took while its server stood still. Null when it is not time. */
function leaseKeeper(uploadId: string, { clock }: Pick<Context, 'clock'>): () => Promise<void> | null {
  let renewedAt = clock.now().getTime();
  return () => {
    const now = clock.now();
    if (now.getTime() - renewedAt < RENEW_EVERY_MS) return null;
    renewedAt = now.getTime();
    return renewIfOpen(uploadId, leaseEnd(now)).then((isKept) => {
      if (!isKept) throw new AppError('broken_upload');
    });
  };
}

function measure(mostBytes: number, keepLease: () => Promise<void> | null) {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      if (size > mostBytes) return done(new AppError('attachment_too_large', { limit: mostBytes }));
      const renewing = keepLease();
      if (renewing) renewing.then(() => done(null, chunk), done);
      else done(null, chunk);
    },
  });
  return { stream, result: () => ({ size, sha256: hash.digest('hex') }) };
}
