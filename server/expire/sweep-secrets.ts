import type { Context } from '../context.ts';
import { deleteEndedCodes } from '../store/codes.ts';
import { deleteEndedQuestions } from '../store/passkey-questions.ts';
import { deleteSettledMail } from '../store/outbox.ts';
import { deleteEndedQuotas } from '../store/quotas.ts';
import { deleteEndedSessions } from '../store/sessions.ts';
import { deleteOldSignInFailures } from '../store/sign-in-failures.ts';
import { deleteForgotten } from '../store/throttles.ts';

/** Rows removed of each kind in one go. */
const BATCH = 1000;
/** A settled mail with a code stays a day for whoever looks for it; mails of a message stay as long as the message. */
const SETTLED_MAIL_MS = 24 * 3_600_000;

/** As long as a sender may look for them: until their message is purged at the latest, and no address that was only guessed for ever. */
const FAILURES_MS = 30 * 24 * 3_600_000;

/** Removes codes, questions and sessions past their end and the settled mails that carried them, and forgets old tries and quotas. Answers how many rows went. */
export async function sweepSecrets({ clock }: Context): Promise<number> {
  const now = clock.now();
  const removed = await Promise.all([
    removeAll(deleteEndedCodes, now),
    removeAll(deleteEndedSessions, now),
    removeAll(deleteEndedQuestions, now),
    removeAll(deleteForgotten, now),
    removeAll(deleteOldSignInFailures, new Date(now.getTime() - FAILURES_MS)),
    removeAll(deleteEndedQuotas, now),
    removeAll(deleteSettledMail, new Date(now.getTime() - SETTLED_MAIL_MS)),
  ]);
  return removed.reduce((sum, count) => sum + count, 0);
}

/** As long as a full batch is found there may be more. */
async function removeAll(removeSome: (before: Date, limit: number) => Promise<number>, before: Date): Promise<number> {
  let removed = 0;
  for (let found = BATCH; found === BATCH; removed += found) found = await removeSome(before, BATCH);
  return removed;
}
