import type { Context } from '../context.ts';
import { deleteEndedCodes } from '../store/codes.ts';
import { deleteEndedSessions } from '../store/sessions.ts';
import { deleteForgotten } from '../store/throttles.ts';

/** Rows removed of each kind in one go. */
const BATCH = 1000;

/** Removes codes and sessions past their end, and forgets old tries. Answers how many rows went. */
export async function sweepSecrets({ clock }: Context): Promise<number> {
  const now = clock.now();
  const removed = await Promise.all([deleteEndedCodes(now, BATCH), deleteEndedSessions(now, BATCH), deleteForgotten(now, BATCH)]);
  return removed.reduce((sum, count) => sum + count, 0);
}
