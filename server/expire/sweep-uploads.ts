import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { deleteFile } from '../store/files.ts';
import { abandonIfPending, findMessage, listPendingSince } from '../store/messages.ts';
import { deleteUpload, forgetClaimed, listEnded, REMOVAL, takeIfEnded, type UploadDocument } from '../store/uploads.ts';

/** Rows looked at in one go. */
const BATCH = 200;

/** Removes files that no message will ever hold, and gives up messages whose files never became complete. What a message holds stays. Answers how
 *  many rows were looked at. */
export async function sweepUploads({ clock }: Context): Promise<number> {
  const now = clock.now();
  const pendingBefore = new Date(now.getTime() - limits.uploadLeaseMinutes * 60_000);
  const pending = await listPendingSince(pendingBefore, BATCH);
  for (const messageId of pending) await abandonIfPending(messageId);
  const ended = await listEnded(now, BATCH);
  for (const upload of ended) await sweepUpload(upload, now);
  return pending.length + ended.length;
}

async function sweepUpload(upload: UploadDocument, now: Date): Promise<void> {
  const message = isHeld(upload) ? await findMessage(upload.claimedBy) : null;
  if (message?.state === 'accepted') return forgetClaimed([upload._id], message._id);
  // Its own turn comes once it is old enough to be given up.
  if (message?.state === 'pending') return;
  if (!(await takeIfEnded(upload, now))) return;
  await deleteFile(upload._id);
  await deleteUpload(upload._id);
}

function isHeld(upload: UploadDocument): upload is UploadDocument & { claimedBy: string } {
  return upload.claimedBy !== null && upload.claimedBy !== REMOVAL;
}
