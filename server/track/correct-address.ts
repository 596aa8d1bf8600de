import type { ParsedInputOf } from '../../contract/endpoint.ts';
import type * as track from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Staff } from '../http/who.ts';
import { newRecipient } from '../message/accept-message.ts';
import { routeTo } from '../message/route-to.ts';
import { correctIfSentBy } from '../store/sent-messages.ts';
import { answerChanged } from './answer-changed.ts';
import { findSent } from './find-sent.ts';
import { requireRoomInside } from './require-room-inside.ts';

/** Takes the message back from a wrong address and sends it to another one, in one step; the new recipient may read as long as the first one could.
 *  @throws message_not_found, message_recalled when it was taken back before, message_expired, address_has_message, message_too_large and
 *  attachments_too_large for a colleague whose mail server would not take it */
export async function correctAddress(
  { messageId, deliveryId, address, name }: ParsedInputOf<typeof track.correctAddress>,
  caller: Staff,
  context: Context,
): Promise<track.TrackedMessage> {
  const now = context.clock.now();
  const message = await findSent(messageId, caller);
  const wrong = message.recipients.find((one) => one.deliveryId === deliveryId && one.route === 'portal');
  if (!wrong) throw new AppError('message_not_found');
  if (wrong.expiresAt && wrong.expiresAt <= now) throw new AppError('message_expired');
  const route = routeTo(address, context.config);
  if (route === 'mail' && !wrong.recalledAt) await requireRoomInside(message, caller, context);
  const right = newRecipient({ address, name, kind: wrong.kind, route }, wrong.expiresAt, context);
  const corrected = { ...right, replaces: deliveryId };
  if (!(await correctIfSentBy({ messageId, authorId: caller.id }, deliveryId, corrected, now))) {
    const { recipients } = await findSent(messageId, caller);
    const isThere = recipients.some((one) => one.address === address && one.recalledAt === null);
    throw isThere ? new AppError('address_has_message', { fields: ['address'] }) : new AppError('message_recalled');
  }
  return answerChanged(messageId, caller, context);
}
