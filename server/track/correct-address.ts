import type { ParsedInputOf } from '../../contract/endpoint.ts';
import type * as track from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Staff } from '../http/who.ts';
import { newRecipient } from '../message/accept-message.ts';
import { routeTo } from '../message/route-to.ts';
import { bringBackIfSentBy, correctIfSentBy, MOST_RECIPIENTS } from '../store/corrections.ts';
import type { MessageOutline } from '../store/messages.ts';
import { answerChanged } from './answer-changed.ts';
import { findSent } from './find-sent.ts';
import { requireKept } from './require-kept.ts';
import { requireRoomInside } from './require-room-inside.ts';

type Input = ParsedInputOf<typeof track.correctAddress>;

/** Takes the message back from a wrong address and sends it to another one, in one step; the new recipient may read as long as the first one could.
 *  An address it was taken back from before gets it back. Asked again it changes nothing more.
 *  @throws message_not_found, message_recalled when it was taken back before, message_expired, message_deleted, address_has_message, too_many_recipients,
 *  message_too_large and attachments_too_large for a colleague whose mail server would not take it */
export async function correctAddress(input: Input, caller: Staff, context: Context): Promise<track.TrackedMessage> {
  const message = await findSent(input.messageId, caller);
  if (await correct(input, message, caller, context)) return answerChanged(input.messageId, caller, context);
  const { recipients } = await findSent(input.messageId, caller);
  const there = recipients.find((one) => one.address === input.address && one.recalledAt === null);
  if (there?.replaces === input.deliveryId) return answerChanged(input.messageId, caller, context);
  if (there) throw new AppError('address_has_message', { fields: ['address'] });
  const wrong = recipients.find((one) => one.deliveryId === input.deliveryId);
  if (wrong?.recalledAt === null && recipients.length >= MOST_RECIPIENTS)
    throw new AppError('too_many_recipients', { limit: MOST_RECIPIENTS, fields: ['address'] });
  throw new AppError(wrong?.recalledAt === null ? 'message_expired' : 'message_recalled');
}

async function correct(
  { messageId, deliveryId, address, name }: Input,
  message: MessageOutline,
  caller: Staff,
  context: Context,
): Promise<boolean> {
  const wrong = message.recipients.find((one) => one.deliveryId === deliveryId && one.route === 'portal');
  if (!wrong) throw new AppError('message_not_found');
  if (wrong.recalledAt) return false;
  const now = context.clock.now();
  const correction = { messageId, authorId: caller.id, wrongId: deliveryId };
  const route = routeTo(address, context.config);
  const known = message.recipients.find((one) => one.address === address && one.recalledAt !== null);
  if (known) {
    await requireKept(message, [known.deliveryId]);
    return bringBackIfSentBy(correction, known.deliveryId, now);
  }
  if (route === 'mail') await requireRoomInside(message, caller, context);
  return correctIfSentBy(correction, newRecipient({ address, name, kind: wrong.kind, route }, wrong.expiresAt, context), now);
}
