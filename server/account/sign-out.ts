import type { Visitor } from '../http/who.ts';
import { endSession } from '../security/sessions.ts';

/** Ends the session of this request and takes the cookie away; without a session it does nothing. */
export async function signOut(_input: object, caller: Visitor): Promise<Record<string, never>> {
  await endSession(caller.sessionToken);
  caller.carrySession(null);
  return {};
}
