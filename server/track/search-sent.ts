import type { InputOf, OutputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type * as track from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { readCursor, writeCursor } from '../http/page-cursor.ts';
import type { Staff } from '../http/who.ts';
import { type Look, lookAlongRarest, lookThrough, type Seen } from '../message/look-through.ts';
import { hashSentWord, sentSearchKey } from '../security/sent-words.ts';
import { wordsOf } from '../security/words-of.ts';
import { findSentMatching, type FoundSent, listSentPlaces, listSentWith } from '../store/sent-search.ts';
import { describeSentEntry } from './describe-sent-entry.ts';

/** One step of a search in what the caller sent, newest first. @throws search_words_missing, search_too_long, invalid_input for a cursor that is none */
export async function searchSent(
  { text, cursor }: InputOf<typeof track.searchSent>,
  caller: Staff,
  context: Context,
): Promise<OutputOf<typeof track.searchSent>> {
  const place = cursor === undefined ? null : readCursor(cursor);
  const searchKey = sentSearchKey(caller.id, context.keys);
  const words = wordsAsked(text).map((word) => hashSentWord(searchKey, word));
  const look = (step: Look) => (words.length === 1 ? lookAlongOne(caller.id, step) : lookAlong(caller.id, words, step));
  const start = place && { sentAt: place.at, _id: place._id };
  const { rows, end } = await lookThrough(words, look, start, limits.pageOfSent);
  return {
    entries: await Promise.all(rows.map((message) => describeSentEntry(message, context))),
    nextCursor: end && writeCursor(end.sentAt, end._id),
    searchedUntil: end && end.sentAt.toISOString(),
  };
}

function wordsAsked(text: string): readonly string[] {
  const limit = limits.searchCharacters;
  if (text.trim().length > limit) throw new AppError('search_too_long', { fields: ['text'], limit });
  const words = [...wordsOf(text, 'asked')];
  if (words.length === 0) throw new AppError('search_words_missing', { fields: ['text'] });
  return words;
}

/** Where one word is all, its messages come in one step. */
async function lookAlongOne(authorId: string, { words: [word = ''], start, most }: Look): Promise<Seen<FoundSent>> {
  const rows = await listSentWith(authorId, word, start, most);
  return { word, places: rows, rows };
}

function lookAlong(authorId: string, words: readonly string[], step: Look): Promise<Seen<FoundSent>> {
  return lookAlongRarest(
    step,
    (word, start, most) => listSentPlaces(authorId, word, start, most),
    (ids) => findSentMatching(authorId, ids, words),
  );
}
