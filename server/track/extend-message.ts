import type { ParsedInputOf } from '../../contract/endpoint.ts';
import { extensionAllowed } from '../../contract/readable-days.ts';
import type * as track from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Staff } from '../http/who.ts';
import { readEffectivePolicy, requireAllowedExpiry } from '../message/effective-policy.ts';
import { extendIfSentBy } from '../store/sent-messages.ts';
import { answerChanged } from './answer-changed.ts';
import { findSent } from './find-sent.ts';
import { requireKept } from './require-kept.ts';

const DAY_MS = 24 * 3_600_000;

/** Lets those recipients read for so many days from now, also those whose time has ended; they are notified again. A recalled message stays
 *  recalled, and who deleted it for good is passed over. @throws message_not_found, message_recalled, message_expired once it was purged,
 *  message_deleted, against_policy over the organisation's maximum */
export async function extendMessage(
  { messageId, deliveryIds, expiresInDays }: ParsedInputOf<typeof track.extendMessage>,
  caller: Staff,
  context: Context,
): Promise<track.TrackedMessage> {
  const allowed = extensionAllowed(await readEffectivePolicy(context.config));
  requireAllowedExpiry(expiresInDays, 'expiresInDays', allowed);
  const now = context.clock.now();
  const expiresAt = expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * DAY_MS);
  const kept = await requireKept(await findSent(messageId, caller), deliveryIds);
  if (!(await extendIfSentBy({ messageId, authorId: caller.id, deliveryIds: kept }, expiresAt, now))) {
    const { state } = await findSent(messageId, caller);
    throw new AppError(state === 'purged' ? 'message_expired' : 'message_recalled');
  }
  return answerChanged(messageId, caller, context);
}
