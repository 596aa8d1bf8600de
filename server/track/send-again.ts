import type { ParsedInputOf } from '../../contract/endpoint.ts';
import type * as track from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Staff } from '../http/who.ts';
import { oweNotification } from '../message/owe-notification.ts';
import { forgetBounceUntil } from '../store/sent-messages.ts';
import { answerChanged } from './answer-changed.ts';
import { findSent } from './find-sent.ts';

const ONCE_WITHIN_MS = 10 * 60_000;

/** Owes one recipient the notification again; asked twice within ten minutes it is one mail. A recipient inside the organisation has the
 *  message itself and gets none. @throws message_not_found, message_recalled, message_expired */
export async function sendAgain(
  { messageId, deliveryId }: ParsedInputOf<typeof track.sendAgain>,
  caller: Staff,
  context: Context,
): Promise<track.TrackedMessage> {
  const now = context.clock.now();
  const message = await findSent(messageId, caller);
  const recipient = message.recipients.find((one) => one.deliveryId === deliveryId && one.route === 'portal');
  if (!recipient) throw new AppError('message_not_found');
  if (recipient.recalledAt) throw new AppError('message_recalled');
  if (recipient.expiresAt && recipient.expiresAt <= now) throw new AppError('message_expired');
  const turn = Math.floor(now.getTime() / ONCE_WITHIN_MS);
  const isNew = await oweNotification(recipient, message, `again:${turn}`, context);
  // Also where a server ended between the two; what the mail of this turn met since stays.
  await forgetBounceUntil(messageId, deliveryId, isNew ? now : new Date(turn * ONCE_WITHIN_MS));
  return answerChanged(messageId, caller, context);
}
