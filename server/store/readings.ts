import mongoose from 'mongoose';
import { type MessageDocument, Messages } from './message-document.ts';
import { type MessageOutline, WITHOUT_TEXT } from './messages.ts';

const { trusted } = mongoose;

/** One recipient's view of a message. */
export interface Reader {
  readonly messageId: string;
  readonly deliveryId: string;
  readonly accountId: string;
}

function notEnded(now: Date) {
  return { recalledAt: null, $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] };
}

/** The one condition under which a recipient may read: accepted, theirs, not recalled, not expired. */
function ifReadable({ messageId, deliveryId, accountId }: Reader, now: Date) {
  return {
    _id: messageId,
    state: 'accepted' as const,
    recipients: trusted({ $elemMatch: { deliveryId, accountId, ...notEnded(now) } }),
  };
}

/** Records an opening if the message may still be read at `now`; null when it may not (recalled, expired, not theirs). The first one of a message
 *  whose author wants a receipt owes that by the same update. */
export async function openIfReadable(reader: Reader, now: Date): Promise<MessageDocument | null> {
  const isOpened = {
    recipients: trusted({ $elemMatch: { deliveryId: reader.deliveryId, 'openings.firstAt': { $exists: true } } }),
  };
  const owesNothing = { $or: [{ wantsReceipt: trusted({ $ne: true }) }, isOpened] };
  const owed = { $set: { isProjectionOwed: true }, $inc: { notices: 1 } };
  return (await recordOpening(reader, owesNothing, {}, now)) ?? recordOpening(reader, { wantsReceipt: true }, owed, now);
}

async function recordOpening(
  reader: Reader,
  condition: mongoose.QueryFilter<MessageDocument>,
  changes: mongoose.UpdateQuery<MessageDocument>,
  now: Date,
): Promise<MessageDocument | null> {
  return Messages.findOneAndUpdate(
    { ...ifReadable(reader, now), ...condition },
    {
      ...changes,
      $min: { 'recipients.$[me].openings.firstAt': now },
      $max: { 'recipients.$[me].openings.lastAt': now },
    },
    { returnDocument: 'after', arrayFilters: [{ 'me.deliveryId': reader.deliveryId }] },
  ).lean<MessageDocument>();
}

/** Records a download if the message may still be read at `now`, its files may be saved and it has that file; null when not. */
export async function recordDownloadIfAllowed(reader: Reader, attachmentId: string, now: Date): Promise<MessageDocument | null> {
  return recordDownload(reader, attachmentId, now).lean<MessageDocument>();
}

/** The same, without what was written. */
export async function recordNextDownloadIfAllowed(
  reader: Reader,
  attachmentId: string,
  now: Date,
): Promise<MessageOutline | null> {
  return recordDownload(reader, attachmentId, now).select(WITHOUT_TEXT).lean<MessageOutline>();
}

function recordDownload(reader: Reader, attachmentId: string, now: Date) {
  const file = `recipients.$[me].downloads.${attachmentId}`;
  return Messages.findOneAndUpdate(
    {
      ...ifReadable(reader, now),
      'policy.allowDownload': true,
      attachments: trusted({ $elemMatch: { attachmentId } }),
    },
    { $min: { [`${file}.firstAt`]: now }, $max: { [`${file}.lastAt`]: now }, $inc: { [`${file}.count`]: 1 } },
    { returnDocument: 'after', arrayFilters: [{ 'me.deliveryId': reader.deliveryId }] },
  );
}

/** The message if it may still be read at `now`; records nothing. */
export async function findIfReadable(reader: Reader, now: Date): Promise<MessageDocument | null> {
  return Messages.findOne(ifReadable(reader, now)).lean<MessageDocument>();
}

/** The same, without what was written. */
export async function findOutlineIfReadable(reader: Reader, now: Date): Promise<MessageOutline | null> {
  return Messages.findOne(ifReadable(reader, now), WITHOUT_TEXT).lean<MessageOutline>();
}

/** What is needed to read what another message quotes of this one. */
export type QuotedMessage = Pick<MessageDocument, '_id' | 'key' | 'recipients'>;

/** Those of these messages that the account may read itself at `now`: as somebody they were sent to, or as the one who wrote them. */
export async function listReadableBy(
  messageIds: readonly string[],
  accountId: string,
  now: Date,
): Promise<readonly QuotedMessage[]> {
  const isRecipient = { recipients: trusted({ $elemMatch: { accountId, ...notEnded(now) } }) };
  const isAuthor = { 'author.kind': 'account' as const, 'author.id': accountId };
  return listQuoted({ _id: trusted({ $in: [...messageIds] }), $or: [isRecipient, isAuthor] });
}

/** Those of these messages that are still there, whoever may read them. */
export async function listKept(messageIds: readonly string[]): Promise<readonly QuotedMessage[]> {
  return listQuoted({ _id: trusted({ $in: [...messageIds] }) });
}

async function listQuoted(condition: mongoose.QueryFilter<MessageDocument>): Promise<readonly QuotedMessage[]> {
  return Messages.find({ ...condition, state: 'accepted' }, { key: 1, recipients: 1 })
    .hint({ _id: 1 })
    .lean<QuotedMessage[]>();
}

/** A message for the account that wrote it. */
export async function findOwn(messageId: string, accountId: string): Promise<MessageDocument | null> {
  return Messages.findOne(ifOwn(messageId, accountId)).lean<MessageDocument>();
}

/** The same, without what was written. */
export async function findOwnOutline(messageId: string, accountId: string): Promise<MessageOutline | null> {
  return Messages.findOne(ifOwn(messageId, accountId), WITHOUT_TEXT).lean<MessageOutline>();
}

function ifOwn(messageId: string, accountId: string) {
  return { _id: messageId, state: 'accepted' as const, 'author.kind': 'account' as const, 'author.id': accountId };
}

/** Notes that a reader asks for more time if the message has ended for them at `now` and they have not asked since `notSince`; false when not.
 *  What follows is owed by the same update, as after a change of rights. */
export async function askMoreTimeIfEnded(
  { messageId, deliveryId, accountId }: Reader,
  now: Date,
  notSince: Date,
): Promise<boolean> {
  const hasEnded = { $or: [{ recalledAt: { $ne: null } }, { expiresAt: { $lte: now } }] };
  const hasNotAsked = { $or: [{ moreTimeAskedAt: null }, { moreTimeAskedAt: { $lte: notSince } }] };
  const me = { deliveryId, accountId, $and: [hasEnded, hasNotAsked] };
  const done = await Messages.updateOne(
    { _id: messageId, state: 'accepted', recipients: trusted({ $elemMatch: me }) },
    { $set: { 'recipients.$[me].moreTimeAskedAt': now, isProjectionOwed: true }, $inc: { version: 1 } },
    { arrayFilters: [{ 'me.deliveryId': deliveryId }] },
  );
  return done.modifiedCount === 1;
}
