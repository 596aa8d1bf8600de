import mongoose from 'mongoose';
import { limits } from '../../contract/limits.ts';
import { type MessageRecipient, Messages } from './message-document.ts';
import { acceptedBy, changeOfRights, type Expression, forgetMailIf, mapRecipients, noticeOwed } from './sent-messages.ts';

const { trusted } = mongoose;

/** Everybody a message was ever for, with all corrections. */
export const MOST_RECIPIENTS = 2 * limits.recipients;

/** A recipient of whose message is not the right one. */
export interface Correction {
  readonly messageId: string;
  readonly authorId: string;
  readonly wrongId: string;
}

/** Takes the message back from one recipient and adds another in its place, who may read as long as the first one could, in one update; false when
 *  it is not the author's, the first may no longer read, the other address has or had the message, or there are too many already. */
export async function correctIfSentBy(correction: Correction, right: MessageRecipient, now: Date): Promise<boolean> {
  const isNew = { $nor: [{ recipients: trusted({ $elemMatch: { address: right.address } }) }] };
  const hasRoom = { [`recipients.${MOST_RECIPIENTS - 1}`]: trusted({ $exists: false }) };
  // As the first one's end stands in this very update; a mail has none.
  const end = right.route === 'portal' ? { expiresAt: fieldOf(correction.wrongId, 'expiresAt') } : {};
  const added = { $mergeObjects: [{ $literal: right }, { replaces: correction.wrongId, ...end }] };
  const recipients = { $concatArrays: [mapRecipients(isOne(correction.wrongId), { recalledAt: now }), [added]] };
  const done = await Messages.updateOne(
    { ...wrongOf(correction, now), ...isNew, ...hasRoom },
    [{ $set: { recipients } }, changeOfRights],
    { updatePipeline: true },
  );
  return done.modifiedCount === 1;
}

/** Takes the message back from one recipient and gives it back to another from whom it was taken before, who is notified again, in one update;
 *  false when it is not the author's, the first may no longer read, or the other has it. */
export async function bringBackIfSentBy(correction: Correction, rightId: string, now: Date): Promise<boolean> {
  const taken = { kind: fieldOf(correction.wrongId, 'kind'), expiresAt: fieldOf(correction.wrongId, 'expiresAt') };
  const given = { ...taken, recalledAt: null, replaces: correction.wrongId, notifiedAgainAt: now };
  const change = {
    $switch: {
      branches: [
        { case: isOne(correction.wrongId), then: { recalledAt: now, replaces: replacesUnless(rightId) } },
        { case: isOne(rightId), then: { ...given, ...forgetMailIf({ $literal: true }) } },
      ],
      // Who had taken its place has it no longer, and has that of whom it had replaced itself.
      default: { replaces: replacesUnless(rightId) },
    },
  };
  const wasTaken = { deliveryId: rightId, route: 'portal', recalledAt: { $ne: null } };
  const done = await Messages.updateOne(
    { $and: [wrongOf(correction, now), { recipients: trusted({ $elemMatch: wasTaken }) }] },
    [{ $set: { recipients: mapRecipients({ $literal: true }, change) } }, noticeOwed, changeOfRights],
    { updatePipeline: true },
  );
  return done.modifiedCount === 1;
}

const isOne = (deliveryId: string): Expression => ({ $eq: ['$$one.deliveryId', deliveryId] });

const replacesUnless = (deliveryId: string): Expression => ({
  $cond: [{ $eq: ['$$one.replaces', deliveryId] }, fieldOf(deliveryId, 'replaces'), { $ifNull: ['$$one.replaces', null] }],
});

function wrongOf({ messageId, authorId, wrongId }: Correction, now: Date) {
  const mayRead = { $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] };
  const wrong = { deliveryId: wrongId, route: 'portal', recalledAt: null, ...mayRead };
  return { _id: messageId, ...acceptedBy(authorId), recipients: trusted({ $elemMatch: wrong }) };
}

/** What a recipient has in a field before the update; null for nothing. */
function fieldOf(deliveryId: string, field: 'expiresAt' | 'kind' | 'replaces'): Expression {
  const found = { $filter: { input: '$recipients', as: 'other', cond: { $eq: ['$$other.deliveryId', deliveryId] } } };
  return { $let: { vars: { found: { $arrayElemAt: [found, 0] } }, in: { $ifNull: [`$$found.${field}`, null] } } };
}
