import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { deleteFile } from '../store/files.ts';
import { abandonIfPending, type FileHolder, listFileHolders, listPendingSince } from '../store/messages.ts';
import { listFilesOfDrafts } from '../store/drafts.ts';
import {
  deleteUpload,
  draftClaim,
  forgetClaimed,
  keepForDraftsIfEnded,
  listEnded,
  REMOVAL,
  takeIfEnded,
  type UploadDocument,
} from '../store/uploads.ts';

/** Rows looked at in one go. */
const BATCH = 200;
/** How long a draft's file is not looked at again: as long as what a crash leaves of a draft that was sent or discarded may stay. */
const LEASE_MS = limits.uploadLeaseMinutes * 60_000;

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
  const pendingBefore = new Date(now.getTime() - LEASE_MS);
  const pending = await listPendingSince(pendingBefore, BATCH);
  for (const attempt of pending) await abandonIfPending(attempt);
  const ended = await findClaims(await listEnded(now, BATCH));
  const kept = ended.flatMap(({ upload, draftId }) => (draftId === null ? [] : [{ upload, messageId: draftId }]));
  await keepForDraftsIfEnded(kept, now, new Date(now.getTime() + LEASE_MS));
  let removed = pending.length + kept.length;
  for (const claim of ended) if (claim.draftId === null && (await sweepUpload(claim, now))) removed += 1;
  return { found: Math.max(pending.length, ended.length), removed };
}

/** Whether the row of a file that no draft keeps is gone now. */
async function sweepUpload({ upload, holder }: Claim, now: Date): Promise<boolean> {
  if (holder?.state === 'accepted') {
    await forgetClaimed([upload._id], holder._id);
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

interface Claim {
  readonly upload: UploadDocument;
  /** The message that has claimed the file and still means it: a retry may have begun the same message again with other files. */
  readonly holder: FileHolder | null;
  /** The draft that lists it, where no message holds it. */
  readonly draftId: string | null;
}

/** Who means to keep these files, by two look-ups, however many they are: files of drafts are looked at every few minutes. */
async function findClaims(uploads: readonly UploadDocument[]): Promise<readonly Claim[]> {
  const ids = [...new Set(uploads.filter(isClaimed).map(({ claimedBy }) => messageIdOf(claimedBy)))];
  if (ids.length === 0) return uploads.map((upload) => ({ upload, holder: null, draftId: null }));
  const [holders, drafts] = await Promise.all([listFileHolders(ids), listFilesOfDrafts(ids)]);
  return uploads.map((upload): Claim => {
    const messageId = isClaimed(upload) ? messageIdOf(upload.claimedBy) : null;
    const isHeld = ({ attachments }: FileHolder) => attachments.some(({ attachmentId }) => attachmentId === upload._id);
    const holder = holders.find((message) => message._id === messageId && isHeld(message)) ?? null;
    const draft = drafts.find(({ _id, uploadIds }) => _id === messageId && uploadIds.includes(upload._id));
    return { upload, holder, draftId: holder ? null : (draft?._id ?? null) };
  });
}
