import type { OutputOf } from '../../../contract/endpoint.ts';
import { limits } from '../../../contract/limits.ts';
import type { listSessions as endpoint } from '../../../contract/sessions.ts';
import type { Context } from '../../context.ts';
import type { Recipient } from '../../http/who.ts';
import { listLiveSessions } from '../../store/sessions.ts';

/** Where the caller is signed in, newest first. */
export async function listSessions(
  _input: object,
  { accountId, publicId }: Recipient,
  { clock }: Context,
): Promise<OutputOf<typeof endpoint>> {
  const living = await listLiveSessions(accountId, clock.now(), limits.listedSessions);
  return {
    sessions: living.map((session) => ({
      sessionId: session.publicId,
      browser: session.device.browser,
      system: session.device.system,
      createdAt: session.createdAt.toISOString(),
      lastUsedAt: session.lastUsedAt.toISOString(),
      isThis: session.publicId === publicId,
    })),
  };
}
