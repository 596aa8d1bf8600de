import { limits } from '../../contract/limits.ts';
import type { Context, IncomingFile } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Staff } from '../http/who.ts';
import { storeUpload, type StoredUpload } from '../message/store-upload.ts';
import { sendersOf } from './senders-of.ts';

/** Whose uploads a member of staff's are. */
export const staffOwner = ({ id }: Staff) => `staff:${id}`;

/** Takes in one attachment of a message that is about to be sent, for whoever may send one. @throws sender_addresses_missing, attachment_too_large, upload_quota_reached, broken_upload */
export async function uploadAttachment(
  _input: object,
  caller: Staff,
  context: Context,
  file: IncomingFile,
): Promise<StoredUpload> {
  if (sendersOf(caller, context.config).length === 0) throw new AppError('sender_addresses_missing');
  const fileBytes = context.config.MAX_ATTACHMENTS_BYTES;
  const openBytes = Math.max(limits.staffOpenUploadsBytes, limits.openUploadsOfMessages * fileBytes);
  return storeUpload(staffOwner(caller), file, { fileBytes, openBytes }, context);
}
