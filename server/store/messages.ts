import mongoose from 'mongoose';
import type { BounceReason } from '../../contract/track.ts';
import { CLOCKS_DIFFER_MS } from './clocks-differ.ts';
import {
  type MessageAuthor,
  type MessageDocument,
  type MessageRecipient,
  Messages,
  type StoredAttachment,
} from './message-document.ts';

const { trusted } = mongoose;

/** Stores a message as it is, `accepted` or `pending`. @throws a duplicate key error when it is there already */
export async function insertMessage(message: MessageDocument): Promise<void> {
  // Not by way of a mongoose document: our own type has checked it, and copying it into one would cost as much as the rest of a send.
  await mongoose.connection.collection<MessageDocument>(Messages.collection.name).insertOne(message);
}

/** The message with this id, in any state. */
export async function findMessage(messageId: string): Promise<MessageDocument | null> {
  return Messages.findById(messageId).lean<MessageDocument>();
}

/** The message with this id as a majority of the database's servers holds it, in any state: what is answered from it no fail-over takes back. */
export async function findMessageForGood(messageId: string): Promise<MessageDocument | null> {
  return Messages.findById(messageId).readConcern('majority').lean<MessageDocument>();
}

/** The message, if it was accepted. */
export async function findAccepted(messageId: string): Promise<MessageDocument | null> {
  return Messages.findOne({ _id: messageId, state: 'accepted' }).lean<MessageDocument>();
}

/** A message without what was written. */
export type MessageOutline = Omit<MessageDocument, 'sealedContent' | 'quotes'>;

/** What an outline leaves out, up to 5 MB; for the queries on messages, wherever they stand in the store. */
export const WITHOUT_TEXT = { sealedContent: 0, quotes: 0 } as const;

/** Those of these messages that were accepted, without what was written. */
export async function listAcceptedOutlines(messageIds: readonly string[]): Promise<readonly MessageOutline[]> {
  return Messages.find({ _id: trusted({ $in: [...messageIds] }), state: 'accepted' }, WITHOUT_TEXT)
    .hint({ _id: 1 })
    .lean<MessageOutline[]>();
}

/** What the files of a message ask of it. */
export interface FileHolder extends Pick<MessageDocument, '_id' | 'state'> {
  readonly attachments: readonly Pick<StoredAttachment, 'attachmentId'>[];
}

/** Those of these messages that are there, in any state. */
export async function listFileHolders(messageIds: readonly string[]): Promise<readonly FileHolder[]> {
  return Messages.find({ _id: trusted({ $in: [...messageIds] }) }, { state: 1, 'attachments.attachmentId': 1 })
    .hint({ _id: 1 })
    .lean<FileHolder[]>();
}

/** One attempt at a message, told from a later one under the same id by its data key. */
type Attempt = Pick<MessageDocument, '_id' | 'key'>;

/** The commit point of a message with files: makes this very attempt `accepted` if it is still `pending`; false when it was given up, begun
 *  again or accepted meanwhile. */
export async function acceptIfPending({ _id, key }: Attempt, now: Date): Promise<boolean> {
  const attempt = { _id, state: 'pending' as const, 'key.wrapped': key.wrapped };
  const done = await Messages.updateOne(attempt, { $set: { state: 'accepted', acceptedAt: now, isProjectionOwed: true } });
  return done.modifiedCount === 1;
}

/** Gives up this very attempt at a message whose files never became complete: it is gone; false when it was accepted, given up or begun again
 *  meanwhile. Files are removed only afterwards. */
export async function abandonIfPending({ _id, key }: Attempt): Promise<boolean> {
  const done = await Messages.deleteOne({ _id, state: 'pending', 'key.wrapped': key.wrapped });
  return done.deletedCount === 1;
}

/** Attempts that have been pending since before `before`, oldest first. */
export async function listPendingSince(before: Date, limit: number): Promise<readonly Attempt[]> {
  return Messages.find({ state: 'pending', createdAt: trusted({ $lt: before }) }, { key: 1 })
    .sort({ createdAt: 1, _id: 1 })
    .hint('pending')
    .limit(limit)
    .lean<Attempt[]>();
}

/** An accepted message whose entries and mails may not have been made yet. */
export type OwedProjection = Pick<MessageDocument, '_id' | 'acceptedAt'>;

/** Accepted messages whose entries and mails may not have been made yet, oldest first, after `start`. */
export async function listProjectionOwed(limit: number, start: OwedProjection | null = null): Promise<readonly OwedProjection[]> {
  const after = start
    ? {
        acceptedAt: trusted({ $gte: start.acceptedAt }),
        $or: [
          { acceptedAt: trusted({ $gt: start.acceptedAt }) },
          { acceptedAt: start.acceptedAt, _id: trusted({ $gt: start._id }) },
        ],
      }
    : {};
  return Messages.find({ isProjectionOwed: true, state: 'accepted', ...after }, { acceptedAt: 1 })
    .sort({ acceptedAt: 1, _id: 1 })
    .hint('projection-owed')
    .limit(limit)
    .lean<OwedProjection[]>();
}

/** Notes that everything derived from a message as it was read exists, and the words it is found by; does nothing when it has changed since. */
export async function settleProjection(
  { _id, version, notices }: Pick<MessageDocument, '_id' | 'version' | 'notices'>,
  words: readonly string[] | null = null,
): Promise<void> {
  const derived = words === null ? {} : { words: [...words] };
  await Messages.updateOne(
    { _id, version, notices: notices ?? null, isProjectionOwed: true },
    { $set: { isProjectionOwed: false, ...derived } },
  );
}

/** Binds a recipient to an account unless one is bound already. */
export async function bindAccount(messageId: string, deliveryId: string, accountId: string): Promise<void> {
  await Messages.updateOne(
    { _id: messageId },
    { $set: { 'recipients.$[unbound].accountId': accountId } },
    { arrayFilters: [{ 'unbound.deliveryId': deliveryId, 'unbound.accountId': null }] },
  );
}

/** Notes that the mails owed to recipients have left for them; the first time counts. */
export async function markNotified(
  notified: readonly { readonly messageId: string; readonly deliveryId: string }[],
  now: Date,
): Promise<void> {
  if (notified.length === 0) return;
  const updates = notified.map(({ messageId, deliveryId }) => ({
    updateOne: {
      filter: { _id: messageId },
      update: { $set: { 'recipients.$[one].notifiedAt': now } },
      arrayFilters: [{ 'one.deliveryId': deliveryId, 'one.notifiedAt': null }],
    },
  }));
  // Not by way of mongoose, whose casting of each update would cost more than the write.
  await mongoose.connection.collection<MessageDocument>(Messages.collection.name).bulkWrite(updates, { ordered: false });
}

/** Whether another mail has followed the one that was owed at `owedAt`. */
export function isFollowed({ notifiedAgainAt, moreTimeGivenAt }: MessageRecipient, owedAt: Date): boolean {
  const latest = Math.max(notifiedAgainAt?.getTime() ?? 0, moreTimeGivenAt?.getTime() ?? 0);
  return latest > owedAt.getTime() + CLOCKS_DIFFER_MS;
}

/** Notes why the mail to a recipient that was owed at `owedAt` could not be delivered, which its author's entry shows; the first time counts. Not
 *  when the message was taken back from them or purged, when they have opened it since, nor when another mail has followed. */
export async function markBouncedIfStillAwaited(
  messageId: string,
  deliveryId: string,
  bounceReason: BounceReason,
  { owedAt, now }: { readonly owedAt: Date; readonly now: Date },
): Promise<void> {
  const noneAfter = (field: keyof MessageRecipient, last: Date) => ({ $or: [{ [field]: null }, { [field]: { $lte: last } }] });
  const followedFrom = new Date(owedAt.getTime() + CLOCKS_DIFFER_MS);
  const isAwaited = {
    recalledAt: null,
    'openings.lastAt': { $not: { $gte: owedAt } },
    $and: [
      { $or: [{ bouncedAt: null }, { bouncedAt: { $lt: owedAt } }] },
      noneAfter('notifiedAgainAt', followedFrom),
      noneAfter('moreTimeGivenAt', followedFrom),
    ],
  };
  await markBounced(messageId, { deliveryId, ...isAwaited }, { bouncedAt: now, bounceReason });
}

/** The same of a later mail, which says nothing new of whoever has opened the message or was not reached before. */
export async function markBouncedIfUnread(
  messageId: string,
  deliveryId: string,
  bounceReason: BounceReason,
  now: Date,
): Promise<void> {
  const isUnread = { deliveryId, recalledAt: null, bouncedAt: null, 'openings.firstAt': { $exists: false } };
  await markBounced(messageId, isUnread, { bouncedAt: now, bounceReason });
}

async function markBounced(
  messageId: string,
  condition: { readonly deliveryId: string } & Readonly<Record<string, unknown>>,
  { bouncedAt, bounceReason }: { readonly bouncedAt: Date; readonly bounceReason: BounceReason },
): Promise<void> {
  const bounced = { 'recipients.$[one].bouncedAt': bouncedAt, 'recipients.$[one].bounceReason': bounceReason };
  const noteFor = (kind: MessageAuthor['kind'], changes: mongoose.UpdateQuery<MessageDocument>) =>
    Messages.updateOne(
      { _id: messageId, state: 'accepted', 'author.kind': kind, recipients: trusted({ $elemMatch: condition }) },
      changes,
      { arrayFilters: [{ 'one.deliveryId': condition.deliveryId }] },
    );
  // Only an account has an entry that shows it, which is made of a version; what staff sent is read from the message itself.
  const done = await noteFor('staff', { $set: bounced });
  if (done.matchedCount === 0) await noteFor('account', { $set: { ...bounced, isProjectionOwed: true }, $inc: { version: 1 } });
}

/** Notes that another mail server keeps trying to deliver a recipient's mail, unless the message was taken back from them or purged; the first time
 *  counts. */
export async function markDelayedIfSent(messageId: string, deliveryId: string, now: Date): Promise<void> {
  const isUnderWay = { deliveryId, bouncedAt: null, recalledAt: null, delayedAt: null };
  await Messages.updateOne(
    { _id: messageId, state: 'accepted', recipients: trusted({ $elemMatch: isUnderWay }) },
    { $set: { 'recipients.$[one].delayedAt': now } },
    { arrayFilters: [{ 'one.deliveryId': deliveryId }] },
  );
}

/** Notes that a recipient has answered; the first time counts. */
export async function markReplied(messageId: string, accountId: string, now: Date): Promise<void> {
  await Messages.updateOne(
    { _id: messageId },
    { $set: { 'recipients.$[one].repliedAt': now } },
    { arrayFilters: [{ 'one.accountId': accountId, 'one.repliedAt': null }] },
  );
}

/** Who sent a message, and when. */
export type MessageOrigin = Pick<MessageDocument, '_id' | 'author' | 'acceptedAt' | 'createdAt'>;

/** The origin of the message that one of its notifications carries this code for, whatever has become of it; also once it is purged. */
export async function findOriginOf(verificationHash: string): Promise<MessageOrigin | null> {
  return Messages.findOne(
    { 'recipients.verificationHash': verificationHash, state: trusted({ $in: ['accepted', 'purged'] }) },
    { author: 1, acceptedAt: 1, createdAt: 1 },
  )
    .hint('verification')
    .lean<MessageOrigin>();
}
