import mongoose from 'mongoose';
import { Messages } from './message-document.ts';
import { type MessageOutline, WITHOUT_TEXT } from './messages.ts';

const { trusted } = mongoose;

/** Messages that may be purged at `now`, or whose purge a crash has cut short, without what was written; longest due first, after `start`. */
export async function listPurgeable(
  now: Date,
  limit: number,
  start: Pick<MessageOutline, '_id' | 'purgeAt'> | null = null,
): Promise<readonly MessageOutline[]> {
  const from = start?.purgeAt ?? new Date(0);
  const after = start ? { $or: [{ purgeAt: trusted({ $gt: from }) }, { purgeAt: from, _id: trusted({ $gt: start._id }) }] } : {};
  return Messages.find({ purgeAt: trusted({ $lte: now, $gt: new Date(0), $gte: from }), ...after }, WITHOUT_TEXT)
    .sort({ purgeAt: 1, _id: 1 })
    .hint('purge')
    .limit(limit)
    .lean<MessageOutline[]>();
}

/** Destroys content and keys of a message that still may be purged at `now`; false when it was extended meanwhile. Who and when stay, the words
 *  that find it by them, and the digests that recognise a late retry of its send. */
export async function purgeIfEnded(messageId: string, now: Date, words: readonly string[] = []): Promise<boolean> {
  const nothing = Buffer.alloc(0);
  const content = {
    sealedContent: nothing,
    sealedSubject: nothing,
    'key.wrapped': nothing,
    'attachments.$[].key.wrapped': nothing,
  };
  const done = await Messages.updateOne(
    { _id: messageId, purgeAt: trusted({ $lte: now, $gt: new Date(0) }) },
    {
      $set: { state: 'purged', isProjectionOwed: false, ...content, ...(words.length > 0 ? { words: [...words] } : {}) },
      $unset: { quotes: 1, ...(words.length > 0 ? {} : { words: 1 }) },
    },
  );
  return done.matchedCount === 1;
}

/** Notes that the files of a purged message are gone, too. */
export async function settlePurge(messageId: string): Promise<void> {
  await Messages.updateOne({ _id: messageId, state: 'purged' }, { $set: { purgeAt: null } });
}
