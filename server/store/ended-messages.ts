import mongoose from 'mongoose';
import { type MessageDocument, Messages } from './message-document.ts';

const { trusted } = mongoose;

/** Messages that may be purged at `now`, or whose purge a crash has cut short; longest due first. */
export async function listPurgeable(now: Date, limit: number): Promise<readonly MessageDocument[]> {
  return Messages.find({ purgeAt: trusted({ $lte: now, $gt: new Date(0) }) })
    .sort({ purgeAt: 1, _id: 1 })
    .hint('purge')
    .limit(limit)
    .lean<MessageDocument[]>();
}

/** Destroys content and key of a message that still may be purged at `now`; false when it was extended meanwhile. Who and when stay. */
export async function purgeIfEnded(messageId: string, now: Date): Promise<boolean> {
  const nothing = Buffer.alloc(0);
  const done = await Messages.updateOne(
    { _id: messageId, purgeAt: trusted({ $lte: now, $gt: new Date(0) }) },
    {
      $set: { state: 'purged', sealedContent: nothing, sealedSubject: nothing, 'key.wrapped': nothing, isProjectionOwed: false },
    },
  );
  return done.matchedCount === 1;
}

/** Notes that the files of a purged message are gone, too. */
export async function settlePurge(messageId: string): Promise<void> {
  await Messages.updateOne({ _id: messageId, state: 'purged' }, { $set: { purgeAt: null, attachments: [] } });
}
