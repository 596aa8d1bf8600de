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

/** The stored uploads that a message names, in its order, but for files of `own`, which it has already. @throws upload_not_found, broken_upload where
 *  one is not what its author has, attachments_too_large */
export async function findUploads(
  { owner, attachments, maxAttachmentsBytes }: Wanted,
  context: Context,
  own: ReadonlySet<string> = new Set(),
): Promise<readonly UploadDocument[]> {
  const others = attachments.filter(({ uploadId }) => !own.has(uploadId));
  const ids = others.map(({ uploadId }) => uploadId);
  const stored = new Map((ids.length === 0 ? [] : await findStored(owner, ids)).map((upload) => [upload._id, upload]));
  const missing = missingFiles(
    attachments.map(({ uploadId }) => uploadId),
    new Set([...own, ...stored.keys()]),
  );
  if (missing.length > 0) throw new AppError('upload_not_found', { fields: missing });
  const found = ids.map((id) => stored.get(id)).filter((upload) => upload !== undefined);
  const isOther = ({ size, digest }: UploadDocument, index: number) => {
    const sha256 = others[index]?.sha256;
    return sha256 !== undefined && fileDigest({ sha256, size }, context) !== digest;
  };
  if (found.some(isOther)) throw new AppError('broken_upload', { fields: ['attachments'] });
  const bytes = found.reduce((sum, upload) => sum + upload.size, 0);
  if (bytes > maxAttachmentsBytes) throw new AppError('attachments_too_large', { limit: maxAttachmentsBytes });
  return found;
}
