import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { projectMessage } from '../message/project-message.ts';
import { findMessage } from '../store/messages.ts';
import { askMoreTimeIfEnded } from '../store/readings.ts';
import { findReader, type OwnEntry } from './find-reader.ts';

/** Asks the author of a message that can no longer be read for more time; the mail is derived from the message. Within a day it answers when it
 *  was asked and owes nothing new. @throws message_not_found, message_still_readable, message_expired where it is gone for good */
export async function askForMoreTime(
  { deliveryId }: { deliveryId: string },
  caller: Recipient,
  context: Context,
): Promise<{ askedAt: string }> {
  const entry = await findReader(deliveryId, caller);
  if (entry.role === 'author') throw new AppError('message_not_found');
  const now = context.clock.now();
  const notSince = new Date(now.getTime() - limits.askAgainHours * 3_600_000);
  if (!(await askMoreTimeIfEnded(entry, now, notSince))) return { askedAt: (await whenAsked(entry, now)).toISOString() };
  await projectMessage(entry.messageId, context);
  context.wakeWorker();
  return { askedAt: now.toISOString() };
}

/** When it was asked already. @throws message_still_readable, message_expired when its content is gone for good, or message_not_found */
async function whenAsked({ messageId, deliveryId, accountId }: OwnEntry, now: Date): Promise<Date> {
  const message = await findMessage(messageId);
  const me = message?.recipients.find((one) => one.deliveryId === deliveryId && one.accountId === accountId);
  if (!message || !me) throw new AppError('message_not_found');
  if (message.state === 'purged') throw new AppError('message_expired');
  const hasEnded = me.recalledAt !== null || (me.expiresAt !== null && me.expiresAt <= now);
  if (!hasEnded || !me.moreTimeAskedAt) throw new AppError('message_still_readable');
  return me.moreTimeAskedAt;
}
