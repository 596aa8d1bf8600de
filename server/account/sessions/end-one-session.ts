import type { SessionOwner } from '../../http/who.ts';
import { deleteSessionOf } from '../../store/sessions.ts';

/** Ends one session of the caller; the cookie goes too if it is this one. */
export async function endOneSession({ sessionId }: { sessionId: string }, caller: SessionOwner): Promise<Record<string, never>> {
  await deleteSessionOf(caller.accountId, sessionId);
  if (sessionId === caller.publicId) caller.carrySession(null);
  return {};
}
