import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { deleteIfRevision, listUntouchedDrafts } from '../store/drafts.ts';

const BATCH = 200;
const DAY_MS = 24 * 3_600_000;

/** Removes drafts that nobody touched for 90 days; their files go when their leases end. Answers how many went. */
export async function sweepDrafts({ clock }: Context): Promise<number> {
  const before = new Date(clock.now().getTime() - limits.draftDays * DAY_MS);
  const untouched = await listUntouchedDrafts(before, BATCH);
  let removed = 0;
  for (const { _id, accountId, revision } of untouched) if (await deleteIfRevision(_id, accountId, revision)) removed += 1;
  return removed;
}
