import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { deleteFile } from '../store/files.ts';
import type { MessageDocument } from '../store/message-document.ts';
import { abandonIfPending, findMessage, listPendingSince } from '../store/messages.ts';
import { doesDraftHold } from '../store/drafts.ts';
import {
  deleteUpload,
  draftClaim,
  forgetClaimed,
  keepForDraftIfEnded,
  listEnded,
  REMOVAL,
  takeIfEnded,
  type UploadDocument,
} from '../store/uploads.ts';

/** Rows looked at in one go. */
const BATCH = 200;
/** How long a draft's file is not looked at again. */
const DRAFT_LEASE_MS = 24 * 3_600_000;

/** Removes files that no message will ever hold, and gives up messages whose files never became complete. What a message holds stays. Answers how
 *  many rows were looked at. */
export async function sweepUploads(context: Context): Promise<number> {
  const now = context.clock.now();
  let looked = 0;
  // As long as a full batch is found there may be more; one that removes nothing would only be found again.
  for (let rest = true; rest;) {
    const { found, removed } = await sweepBatch(now);
    looked += found;
    rest = found >= BATCH && removed > 0;
  }
  return looked;
}

async function sweepBatch(now: Date): Promise<{ found: number; removed: number }> {
  const pendingBefore = new Date(now.getTime() - limits.uploadLeaseMinutes * 60_000);
  const pending = await listPendingSince(pendingBefore, BATCH);
  for (const attempt of pending) await abandonIfPending(attempt);
  const ended = await listEnded(now, BATCH);
  let removed = pending.length;
  for (const upload of ended) if (await sweepUpload(upload, now)) removed += 1;
  return { found: Math.max(pending.length, ended.length), removed };
}

/** Whether the row is out of the way now: gone, or a draft's for another day. */
async function sweepUpload(upload: UploadDocument, now: Date): Promise<boolean> {
  const messageId = isClaimed(upload) ? messageIdOf(upload.claimedBy) : null;
  const holder = messageId === null ? null : await findHolder(upload._id, messageId);
  if (holder?.state === 'accepted') {
    await forgetClaimed([upload._id], holder._id);
    return true;
  }
  if (!holder && messageId !== null && (await doesDraftHold(messageId, upload._id))) {
    await keepForDraftIfEnded(upload, messageId, now, new Date(now.getTime() + DRAFT_LEASE_MS));
    return true;
  }
  // Its own turn comes once it is old enough to be given up.
  if (holder || !(await takeIfEnded(upload, now))) return false;
  await deleteFile(upload._id);
  await deleteUpload(upload._id);
  return true;
}

function isClaimed(upload: UploadDocument): upload is UploadDocument & { claimedBy: string } {
  return upload.claimedBy !== null && upload.claimedBy !== REMOVAL;
}

/** The message behind a claim: itself, or what its draft may become. */
function messageIdOf(claimedBy: string): string {
  const prefix = draftClaim('');
  return claimedBy.startsWith(prefix) ? claimedBy.slice(prefix.length) : claimedBy;
}

/** The message that has claimed a file and still means it: a retry may have begun the same message again with other files. */
async function findHolder(uploadId: string, messageId: string): Promise<MessageDocument | null> {
  const message = await findMessage(messageId);
  return message?.attachments.some(({ attachmentId }) => attachmentId === uploadId) ? message : null;
}
