import type { Context } from '../context.ts';
import type { Staff } from '../http/who.ts';
import { type Accepted, describeAccepted, messageIdOf } from '../message/accept-message.ts';
import { findAccepted } from '../store/messages.ts';

/** What became of the caller's message with this send key; null while none was accepted. */
export async function findSend(
  { sendKey }: { sendKey: string },
  caller: Staff,
  context: Context,
): Promise<{ accepted: Accepted | null }> {
  const message = await findAccepted(messageIdOf(caller.id, sendKey, context));
  return { accepted: message && describeAccepted(message) };
}
