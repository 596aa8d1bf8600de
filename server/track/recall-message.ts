import type { ParsedInputOf } from '../../contract/endpoint.ts';
import type * as track from '../../contract/track.ts';
import type { Context } from '../context.ts';
import type { Staff } from '../http/who.ts';
import { recallIfSentBy } from '../store/sent-messages.ts';
import { answerChanged } from './answer-changed.ts';

/** Takes a message back: those recipients cannot open it from the next request on. Done again it changes nothing.
 *  @throws message_not_found when it is not the caller's */
export async function recallMessage(
  { messageId, deliveryIds }: ParsedInputOf<typeof track.recallMessage>,
  caller: Staff,
  context: Context,
): Promise<track.TrackedMessage> {
  await recallIfSentBy({ messageId, authorId: caller.id, deliveryIds }, context.clock.now());
  return answerChanged(messageId, caller, context);
}
