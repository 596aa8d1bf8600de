import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { purgeIfDeletedBefore } from '../store/delivery-changes.ts';

/** Entries looked at in one go. */
const BATCH = 500;

/** Removes for good what its reader deleted `limits.deletedDays` ago: the entry of that one reader, never the message. Answers how many
 *  entries were looked at. */
export async function purgeDeleted({ clock }: Context): Promise<number> {
  const before = new Date(clock.now().getTime() - limits.deletedDays * 24 * 3_600_000);
  let looked = 0;
  for (let found = BATCH; found === BATCH; looked += found) found = await purgeIfDeletedBefore(before, BATCH);
  return looked;
}
