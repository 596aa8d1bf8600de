import { AppError } from '../errors.ts';
import type { Staff } from '../http/who.ts';
import type { MessageOutline } from '../store/messages.ts';
import { findSentBy } from '../store/sent-messages.ts';

/** The message without its text if the caller sent it; somebody else's and an unknown one are the same. @throws message_not_found */
export async function findSent(messageId: string, { id }: Staff): Promise<MessageOutline> {
  const message = await findSentBy(messageId, id);
  if (!message) throw new AppError('message_not_found');
  return message;
}
