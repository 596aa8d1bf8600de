import mongoose from 'mongoose';
import { type MessageDocument, Messages } from './message-document.ts';
import { type MessageOutline, WITHOUT_TEXT } from './messages.ts';
import { olderThan } from './older-than.ts';
import { purgeAtExpression } from './purge-at.ts';

const { trusted } = mongoose;

/** Asked for again within this time, a notification is one mail. */
const ONCE_WITHIN_MS = 10 * 60_000;

/** A message of a member of staff, without its content. */
export type SentMessage = Omit<MessageDocument, 'sealedContent'>;

/** Where a page begins: after this message. */
export interface SentStart {
  readonly acceptedAt: Date;
  readonly _id: string;
}

const by = (authorId: string) => ({ 'author.id': authorId, 'author.kind': 'staff' as const });
/** What selects the messages of a member of staff that have not been purged. */
export const acceptedBy = (authorId: string) => ({ ...by(authorId), state: 'accepted' as const });
const SENT = ['accepted', 'purged'] as const;

/** At most `limit` messages of a member of staff, newest first, after `start`: one index range. */
export async function listSentBy(authorId: string, start: SentStart | null, limit: number): Promise<readonly SentMessage[]> {
  return Messages.find(
    { ...by(authorId), state: trusted({ $in: [...SENT] }), ...olderThan('acceptedAt', start) },
    { sealedContent: 0 },
  )
    .sort({ acceptedAt: -1, _id: -1 })
    .hint('sent')
    .limit(limit)
    .lean<SentMessage[]>();
}

/** The message without its text if this member of staff sent it, purged or not. */
export async function findSentBy(messageId: string, authorId: string): Promise<MessageOutline | null> {
  return Messages.findOne(
    { _id: messageId, ...by(authorId), state: trusted({ $in: [...SENT] }) },
    WITHOUT_TEXT,
  ).lean<MessageOutline>();
}

/** Which recipients of whose message a change is for; `deliveryIds` null means all. */
export interface SentChoice {
  readonly messageId: string;
  readonly authorId: string;
  readonly deliveryIds: readonly string[] | null;
}

/** Takes a message back from those recipients in the portal that have it; false when it is not the author's or none of them has it. */
export async function recallIfSentBy(choice: SentChoice, now: Date): Promise<boolean> {
  return changeRecipients(choice, { route: 'portal', recalledAt: null }, notRecalled, { recalledAt: now });
}

/** Sets the end of reading for those recipients in the portal from whom it was not recalled, and notes which of them had no time left at `now`;
 *  false when it is not the author's, was purged, or there is none of them. */
export async function extendIfSentBy(choice: SentChoice, expiresAt: Date | null, now: Date): Promise<boolean> {
  const hadNoTime = { $and: [{ $gt: ['$$one.expiresAt', null] }, { $lte: ['$$one.expiresAt', now] }] };
  const moreTimeGivenAt = { $cond: [hadNoTime, now, '$$one.moreTimeGivenAt'] };
  const changes = { expiresAt, moreTimeGivenAt, ...forgetMailIf(hadNoTime) };
  return changeRecipients(choice, { route: 'portal', recalledAt: null }, notRecalled, changes);
}

/** Ends reading now for those recipients in the portal that may still read; false when it is not the author's or none of them may. */
export async function endIfSentBy(choice: SentChoice, now: Date): Promise<boolean> {
  const readable = { route: 'portal', recalledAt: null, $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] };
  const isReadable = { $and: [notRecalled, { $or: [isNull('$$one.expiresAt'), { $gt: ['$$one.expiresAt', now] }] }] };
  return changeRecipients(choice, readable, isReadable, { expiresAt: now });
}

/** Owes a recipient who may still read the notification once more, and forgets what became of the mail before; false when it is not the author's,
 *  that recipient may not read it, or this was asked less than ten minutes ago. */
export async function notifyAgainUnlessJustAsked(
  { messageId, authorId }: Pick<SentChoice, 'messageId' | 'authorId'>,
  deliveryId: string,
  now: Date,
): Promise<boolean> {
  const mayRead = { $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] };
  const [before, after] = [-ONCE_WITHIN_MS, ONCE_WITHIN_MS].map((distance) => new Date(now.getTime() + distance));
  // A moment far ahead is of a clock that was wrong; one shortly ahead is of another server.
  const isLongAgo = {
    $or: [{ notifiedAgainAt: null }, { notifiedAgainAt: { $lte: before } }, { notifiedAgainAt: { $gte: after } }],
  };
  const meant = { deliveryId, route: 'portal', recalledAt: null, $and: [mayRead, isLongAgo] };
  const again = { notifiedAgainAt: now, ...forgetMailIf({ $literal: true }) };
  const done = await Messages.updateOne(
    { _id: messageId, ...acceptedBy(authorId), recipients: trusted({ $elemMatch: meant }) },
    [{ $set: { recipients: mapRecipients({ $eq: ['$$one.deliveryId', deliveryId] }, again) } }, noticeOwed],
    { updatePipeline: true },
  );
  return done.modifiedCount === 1;
}

/** A part of an update pipeline. */
export type Expression = Record<string, unknown>;

const isNull = (field: string) => ({ $eq: [{ $ifNull: [field, null] }, null] });
const notRecalled = { $and: [{ $eq: ['$$one.route', 'portal'] }, isNull('$$one.recalledAt')] };

/** The recipients with `changes` for those that are meant: part of an update pipeline. */
export function mapRecipients(isMeant: Expression, changes: Expression): Expression {
  return {
    $map: { input: '$recipients', as: 'one', in: { $cond: [isMeant, { $mergeObjects: ['$$one', changes] }, '$$one'] } },
  };
}

/** What became of the mail before, forgotten where `condition` holds, since another follows: whether that reaches anybody is not known yet. A mail
 *  that came back does not count as one that told of the message. */
export function forgetMailIf(condition: Expression): Expression {
  const unless = (field: string, isOver: Expression) => ({ $cond: [isOver, null, { $ifNull: [`$$one.${field}`, null] }] });
  const cameBack = { $and: [condition, { $not: [isNull('$$one.bouncedAt')] }] };
  return {
    notifiedAt: unless('notifiedAt', cameBack),
    bouncedAt: unless('bouncedAt', condition),
    bounceReason: unless('bounceReason', condition),
    delayedAt: unless('delayedAt', condition),
  };
}

/** What a mail that is owed without any change of rights brings. */
export const noticeOwed = { $set: { isProjectionOwed: true, notices: { $add: [{ $ifNull: ['$notices', 0] }, 1] } } };

/** What every change of rights brings: a new version, derived data owed again, and a new end of keeping. */
export const changeOfRights = {
  $set: {
    version: { $add: ['$version', 1] },
    isProjectionOwed: true,
    purgeAt: purgeAtExpression(),
  },
};

async function changeRecipients(
  { messageId, authorId, deliveryIds }: SentChoice,
  condition: Expression,
  isMeant: Expression,
  changes: Expression,
): Promise<boolean> {
  const chosen = deliveryIds === null ? {} : { deliveryId: { $in: [...deliveryIds] } };
  const isChosen = deliveryIds === null ? isMeant : { $and: [isMeant, { $in: ['$$one.deliveryId', [...deliveryIds]] }] };
  const done = await Messages.updateOne(
    { _id: messageId, ...acceptedBy(authorId), recipients: trusted({ $elemMatch: { ...condition, ...chosen } }) },
    [{ $set: { recipients: mapRecipients(isChosen, changes) } }, changeOfRights],
    { updatePipeline: true },
  );
  return done.modifiedCount === 1;
}
