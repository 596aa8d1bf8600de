import type { ParsedInputOf } from '../../contract/endpoint.ts';
import type * as track from '../../contract/track.ts';
import type { Context } from '../context.ts';
import type { Staff } from '../http/who.ts';
import { endIfSentBy } from '../store/sent-messages.ts';
import { answerChanged } from './answer-changed.ts';

/** Ends the time to read now, for those recipients; it can be extended again. Done again it changes nothing.
 *  @throws message_not_found when it is not the caller's */
export async function endMessage(
  { messageId, deliveryIds }: ParsedInputOf<typeof track.endMessage>,
  caller: Staff,
  context: Context,
): Promise<track.TrackedMessage> {
  await endIfSentBy({ messageId, authorId: caller.id, deliveryIds }, context.clock.now());
  return answerChanged(messageId, caller, context);
}
