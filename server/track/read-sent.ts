import type { TrackedMessage } from '../../contract/track.ts';
import type { Context } from '../context.ts';
import type { Staff } from '../http/who.ts';
import { describeSent } from './describe-sent.ts';
import { findSent } from './find-sent.ts';

/** What has happened to one message of the caller's. @throws message_not_found when it is not the caller's */
export async function readSent({ messageId }: { messageId: string }, caller: Staff, context: Context): Promise<TrackedMessage> {
  return describeSent(await findSent(messageId, caller), context);
}
