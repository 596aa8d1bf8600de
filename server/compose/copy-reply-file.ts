import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { storeUpload, type StoredUpload } from '../message/store-upload.ts';
import { readAttachmentFile } from '../security/attachment-file.ts';
import { findStored, REMOVAL, type UploadDocument } from '../store/uploads.ts';
import { accountOwner, uploadLimitsOf } from './upload-reply-file.ts';

/** Copies one of the caller's files that no message has taken over yet, whichever draft holds it, under an id and a key of its own; it counts as an upload.
 *  What a crash leaves of it is an upload whose lease ends. @throws upload_not_found, attachment_too_large, upload_quota_reached */
export async function copyReplyFile(
  { uploadId }: { uploadId: string },
  caller: Recipient,
  context: Context,
): Promise<StoredUpload> {
  const owner = accountOwner(caller);
  const upload = await findHeld(uploadId, owner);
  if (!upload) throw notThere();
  const attachment = { attachmentId: uploadId, size: upload.size, digest: upload.digest, key: upload.key };
  const bytes = await readAttachmentFile({ attachments: [attachment] }, uploadId, context.keys);
  try {
    return await storeUpload(owner, { bytes, announcedBytes: upload.size }, uploadLimitsOf(context), context);
  } catch (error) {
    // Taken out of its draft while it was read.
    if (!(error instanceof AppError) && !(await findHeld(uploadId, owner))) throw notThere();
    throw error;
  } finally {
    bytes.destroy();
  }
}

async function findHeld(uploadId: string, owner: string): Promise<UploadDocument | null> {
  const [upload] = await findStored(owner, [uploadId]);
  return upload && upload.claimedBy !== REMOVAL ? upload : null;
}

const notThere = () => new AppError('upload_not_found', { fields: ['uploadId'] });
