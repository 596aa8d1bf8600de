import type { SessionOwner } from '../../http/who.ts';
import { deleteSessionsOf } from '../../store/sessions.ts';

/** Ends every session of the caller, this one included, and takes the cookie away. */
export async function signOutEverywhere(_input: object, caller: SessionOwner): Promise<Record<string, never>> {
  await deleteSessionsOf(caller.accountId);
  caller.carrySession(null);
  return {};
}
