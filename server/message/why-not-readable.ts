import { AppError } from '../errors.ts';
import { findMessage } from '../store/messages.ts';
import type { Reader } from '../store/readings.ts';

/** Why the entry's own reader, or its author, may not read the message: the message document is the authority.
 *  @returns message_recalled, message_expired, or message_not_found when it is gone */
export async function whyNotReadable({ messageId, deliveryId, accountId }: Reader, now: Date): Promise<AppError> {
  const message = await findMessage(messageId);
  const own = message?.recipients.find((recipient) => recipient.deliveryId === deliveryId && recipient.accountId === accountId);
  if (own?.recalledAt) return new AppError('message_recalled');
  if (own?.expiresAt && own.expiresAt <= now) return new AppError('message_expired');
  const isOwnPurged = message?.state === 'purged' && message.author.kind === 'account' && message.author.id === accountId;
  return new AppError(isOwnPurged ? 'message_expired' : 'message_not_found');
}
