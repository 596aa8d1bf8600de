import type { Staff } from '../http/who.ts';
import { removeUpload } from '../message/store-upload.ts';
import { staffOwner } from './upload-attachment.ts';

/** Throws one of the caller's uploads away; one that a message holds, or that is not there, stays as it is. */
export async function discardUpload({ uploadId }: { uploadId: string }, caller: Staff): Promise<Record<string, never>> {
  await removeUpload(uploadId, staffOwner(caller));
  return {};
}
