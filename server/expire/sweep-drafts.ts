import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { deleteIfRevision, listUntouchedDrafts } from '../store/drafts.ts';

/** Drafts looked at in one go. */
const BATCH = 200;
const DAY_MS = 24 * 3_600_000;

/** Removes drafts that nobody touched for 90 days; their files go when their leases end. Answers how many went. */
export async function sweepDrafts({ clock }: Context): Promise<number> {
  const before = new Date(clock.now().getTime() - limits.draftDays * DAY_MS);
  let removed = 0;
  for (let found = BATCH; found === BATCH;) {
    const untouched = await listUntouchedDrafts(before, BATCH);
    for (const { _id, accountId, revision } of untouched) if (await deleteIfRevision(_id, accountId, revision)) removed += 1;
    found = untouched.length;
  }
  return removed;
}
