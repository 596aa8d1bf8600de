import type { Context } from '../context.ts';
import type { Staff } from '../http/who.ts';
import { type Accepted, describeAccepted, messageIdOf } from '../message/accept-message.ts';
import { findMessageForGood } from '../store/messages.ts';

/** What became of the caller's message with this send key; null while none was accepted. */
export async function findSend(
  { sendKey }: { sendKey: string },
  caller: Staff,
  context: Context,
): Promise<{ accepted: Accepted | null }> {
  const message = await findMessageForGood(messageIdOf(caller.id, sendKey, context));
  return { accepted: message?.state === 'accepted' ? describeAccepted(message) : null };
}
