import mongoose from 'mongoose';
import type { PageStart } from './deliveries.ts';
import { Messages } from './message-document.ts';
import { olderThan } from './older-than.ts';
import type { SentMessage } from './sent-messages.ts';

const { trusted } = mongoose;

/** A sent message that was found, with its place in the order of the list. */
export type FoundSent = SentMessage & PageStart;

/** At most `limit` places of messages of a member of staff that have this word, newest first: one range of the index, and no document is read. */
export async function listSentPlaces(
  authorId: string,
  word: string,
  start: PageStart | null,
  limit: number,
): Promise<readonly PageStart[]> {
  const places = await along(authorId, word, start, limit).select({ acceptedAt: 1 }).lean<Place[]>();
  return places.map(({ _id, acceptedAt }) => ({ _id, sentAt: acceptedAt }));
}

/** The same with the messages themselves. */
export async function listSentWith(
  authorId: string,
  word: string,
  start: PageStart | null,
  limit: number,
): Promise<readonly FoundSent[]> {
  return withPlaces(await along(authorId, word, start, limit).select({ sealedContent: 0 }).lean<(SentMessage & Place)[]>());
}

/** Those of the given messages of a member of staff that have all these words, newest first. */
export async function findSentMatching(
  authorId: string,
  ids: readonly string[],
  words: readonly string[],
): Promise<readonly FoundSent[]> {
  const rows = await Messages.find(
    { _id: trusted({ $in: [...ids] }), 'author.id': authorId, words: trusted({ $all: [...words] }) },
    { sealedContent: 0 },
  )
    .sort({ acceptedAt: -1, _id: -1 })
    .hint('_id_')
    .lean<(SentMessage & Place)[]>();
  return withPlaces(rows);
}

/** Only accepted messages of staff have words. */
interface Place {
  readonly _id: string;
  readonly acceptedAt: Date;
}

function along(authorId: string, word: string, start: PageStart | null, limit: number) {
  const place = start && { acceptedAt: start.sentAt, _id: start._id };
  return Messages.find({ 'author.id': authorId, words: word, ...olderThan('acceptedAt', place) })
    .sort({ acceptedAt: -1, _id: -1 })
    .hint('sent-search')
    .limit(limit);
}

const withPlaces = (rows: readonly (SentMessage & Place)[]) => rows.map((row) => ({ ...row, sentAt: row.acceptedAt }));
