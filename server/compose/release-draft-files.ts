import { deleteFile } from '../store/files.ts';
import { deleteUpload, listHeldByDraft, takeFromDraft } from '../store/uploads.ts';

/** Removes files that a draft held and no message has claimed. What a crash leaves in between, the sweeper takes. */
export async function releaseDraftFiles(messageId: string, uploadIds: readonly string[]): Promise<void> {
  for (const uploadId of await listHeldByDraft(uploadIds, messageId)) {
    if (!(await takeFromDraft(uploadId, messageId))) continue;
    await deleteFile(uploadId);
    await deleteUpload(uploadId);
  }
}
