import { limits } from '../../contract/limits.ts';
import type { Context, IncomingFile } from '../context.ts';
import type { Recipient } from '../http/who.ts';
import { storeUpload, type StoredUpload, type UploadLimits } from '../message/store-upload.ts';

/** Whose uploads a recipient's are. */
export const accountOwner = ({ accountId }: Recipient) => `account:${accountId}`;

/** Takes in one file of a reply, a new message or their drafts. @throws attachment_too_large, upload_quota_reached, broken_upload */
export async function uploadReplyFile(
  _input: object,
  caller: Recipient,
  context: Context,
  file: IncomingFile,
): Promise<StoredUpload> {
  return storeUpload(accountOwner(caller), file, uploadLimitsOf(context), context);
}

/** What a recipient may have uploaded and not sent, copies too. */
export function uploadLimitsOf({ config }: Pick<Context, 'config'>): UploadLimits {
  const fileBytes = config.MAX_REPLY_ATTACHMENTS_BYTES;
  return { fileBytes, openBytes: Math.max(limits.portalOpenUploadsBytes, limits.openUploadsOfMessages * fileBytes) };
}
