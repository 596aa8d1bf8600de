import type { Context } from '../context.ts';
import type { Staff } from '../http/who.ts';
import { messageNamedBy } from '../mail/mail-message-id.ts';
import type { Draft } from '../message/accept-message.ts';
import { findAccepted } from '../store/messages.ts';
import { sendersOf } from './senders-of.ts';

/** The message of ours that a mail in Outlook answers; null when it answers none, or one that the caller neither wrote nor got. */
export async function findAnswered(
  inReplyTo: string | null,
  caller: Staff,
  { config }: Pick<Context, 'config'>,
): Promise<Draft['answers']> {
  const named = inReplyTo === null ? null : messageNamedBy(inReplyTo, config);
  const message = named === null ? null : await findAccepted(named);
  if (!message) return null;
  const { author, recipients, threadId } = message;
  const senders = sendersOf(caller, config);
  const isOwn = author.kind === 'staff' && author.id === caller.id;
  const isParticipant = isOwn || recipients.some(({ address }) => senders.includes(address));
  return isParticipant ? { messageId: message._id, threadId } : null;
}
