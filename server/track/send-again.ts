import type { ParsedInputOf } from '../../contract/endpoint.ts';
import type * as track from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Staff } from '../http/who.ts';
import { notifyAgainUnlessJustAsked } from '../store/sent-messages.ts';
import { answerChanged } from './answer-changed.ts';
import { findSent } from './find-sent.ts';
import { requireKept } from './require-kept.ts';

/** Owes one recipient the notification again; asked twice within ten minutes it is one mail. A recipient inside the organisation has the
 *  message itself and gets none. @throws message_not_found, message_recalled, message_expired, message_deleted by its recipient for good */
export async function sendAgain(
  { messageId, deliveryId }: ParsedInputOf<typeof track.sendAgain>,
  caller: Staff,
  context: Context,
): Promise<track.TrackedMessage> {
  const now = context.clock.now();
  await requireKept(await findSent(messageId, caller), [deliveryId]);
  if (!(await notifyAgainUnlessJustAsked({ messageId, authorId: caller.id }, deliveryId, now))) {
    const { recipients } = await findSent(messageId, caller);
    const recipient = recipients.find((one) => one.deliveryId === deliveryId && one.route === 'portal');
    if (!recipient) throw new AppError('message_not_found');
    if (recipient.recalledAt) throw new AppError('message_recalled');
    if (recipient.expiresAt && recipient.expiresAt <= now) throw new AppError('message_expired');
  }
  return answerChanged(messageId, caller, context);
}
