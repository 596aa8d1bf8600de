import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { findStored, type UploadDocument } from '../store/uploads.ts';
import { fileDigest } from './file-digest.ts';
import { missingFiles } from './missing-files.ts';

interface Wanted {
  readonly owner: string;
  /** `sha256` in lower-case hex, where the author computed it. */
  readonly attachments: readonly { readonly uploadId: string; readonly sha256?: string | undefined }[];
  readonly maxAttachmentsBytes: number;
}

/** The stored uploads that a message names, in its order. @throws upload_not_found, broken_upload where one is not what its author has,
 *  attachments_too_large */
export async function findUploads(
  { owner, attachments, maxAttachmentsBytes }: Wanted,
  context: Context,
): Promise<readonly UploadDocument[]> {
  if (attachments.length === 0) return [];
  const ids = attachments.map((attachment) => attachment.uploadId);
  const stored = new Map((await findStored(owner, ids)).map((upload) => [upload._id, upload]));
  const uploads = ids.map((id) => stored.get(id));
  const missing = missingFiles(ids, stored);
  if (missing.length > 0) throw new AppError('upload_not_found', { fields: missing });
  const found = uploads.filter((upload) => upload !== undefined);
  const isOther = ({ size, digest }: UploadDocument, index: number) => {
    const sha256 = attachments[index]?.sha256;
    return sha256 !== undefined && fileDigest({ sha256, size }, context) !== digest;
  };
  if (found.some(isOther)) throw new AppError('broken_upload', { fields: ['attachments'] });
  const bytes = found.reduce((sum, upload) => sum + upload.size, 0);
  if (bytes > maxAttachmentsBytes) throw new AppError('attachments_too_large', { limit: maxAttachmentsBytes });
  return found;
}
