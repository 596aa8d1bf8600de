import type { Recipient } from '../http/who.ts';
import { removeUpload } from '../message/store-upload.ts';
import { accountOwner } from './upload-reply-file.ts';

/** Throws one of the caller's files away; one that a reply holds, or that is not there, stays as it is. */
export async function discardReplyFile({ uploadId }: { uploadId: string }, caller: Recipient): Promise<Record<string, never>> {
  await removeUpload(uploadId, accountOwner(caller));
  return {};
}
