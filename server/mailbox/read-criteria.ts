import type { KeyObject } from 'node:crypto';
import type { SearchCriteria } from '../../contract/mailbox.ts';
import { limits } from '../../contract/limits.ts';
import { AppError } from '../errors.ts';
import { hashWord, type SearchField } from '../security/search-words.ts';
import { wordsOf } from '../security/words-of.ts';
import type { Condition, Stretch } from '../store/delivery-search.ts';

/** What is searched for, as the store understands it. */
export interface Search {
  readonly condition: Condition;
  readonly within: Omit<Stretch, 'start'>;
  /** Whether nothing but the usual twelve months ended the stretch. */
  readonly isUsualStretch: boolean;
}

const fieldsOfWords = {
  text: 'any',
  from: 'from',
  to: 'to',
  subject: 'subject',
  body: 'any',
  attachmentName: 'file',
} as const satisfies Partial<Record<keyof SearchCriteria, SearchField>>;
type WordsName = keyof typeof fieldsOfWords;

/** Turns criteria into hashes of words. An entry that has ended is found by what its line still shows, never by what can no longer be read.
 *  @throws search_words_missing, search_too_long, invalid_input */
export function readCriteria(criteria: SearchCriteria, searchKey: KeyObject, now: Date): Search {
  const asked = wordsAsked(criteria);
  const { hasAttachment, isUnread, sentAfter, sentBefore, folder } = criteria;
  const facts = [hasAttachment, isUnread, sentAfter, sentBefore, folder];
  if (asked.length === 0 && facts.every((fact) => fact === undefined)) throw new AppError('search_words_missing');
  const hash = (field: SearchField, word: string) => hashWord(searchKey, field, word);
  const words = asked.map(({ name, word }) => hash(fieldsOfWords[name], word));
  const beside = asked.flatMap(({ name, word }) => (name === 'body' ? [hash('beside', word)] : []));
  const attachment = hash('mark', 'attachment');
  if (hasAttachment === true) words.push(attachment);
  const isReadOnly = asked.some(({ name }) => name === 'body' || name === 'attachmentName');
  return {
    ...readStretch(criteria, now),
    condition: {
      words: words.length > 0 ? [...new Set(words)] : [markOfEntries(searchKey)],
      wordsNot: hasAttachment === false ? [...beside, attachment] : beside,
      folders: folder === undefined ? ['inbox', 'sent'] : [folder],
      isUnread: isUnread ?? null,
      ended: {
        now,
        oneOfEach: isReadOnly ? null : asked.map(({ name, word }) => shownFields(name).map((field) => hash(field, word))),
      },
    },
  };
}

/** The word that every entry of a mailbox has. */
export const markOfEntries = (searchKey: KeyObject): string => hashWord(searchKey, 'mark', 'entry');

/** Where the line of an entry that has ended may still show a word. */
function shownFields(name: WordsName): readonly SearchField[] {
  return name === 'text' ? ['from', 'to', 'subject'] : [fieldsOfWords[name]];
}

function wordsAsked(criteria: SearchCriteria): readonly { name: WordsName; word: string }[] {
  return (Object.keys(fieldsOfWords) as WordsName[]).flatMap((name) => {
    const text = criteria[name]?.trim() ?? '';
    if (text === '') return [];
    const limit = limits.searchCharacters;
    if (text.length > limit) throw new AppError('search_too_long', { fields: [name], limit });
    const words = [...wordsOf(text, 'asked')];
    if (words.length === 0) throw new AppError('search_words_missing', { fields: [name] });
    return words.map((word) => ({ name, word }));
  });
}

function readStretch({ sentAfter, sentBefore, isOlderIncluded }: SearchCriteria, now: Date) {
  const isUsualStretch = sentAfter === undefined && isOlderIncluded !== true;
  const usualStart = new Date(now);
  usualStart.setUTCMonth(usualStart.getUTCMonth() - limits.searchMonths);
  return {
    isUsualStretch,
    within: {
      sentAfter: isUsualStretch ? usualStart : readMoment('sentAfter', sentAfter),
      sentBefore: readMoment('sentBefore', sentBefore),
    },
  };
}

function readMoment(name: string, moment: string | undefined): Date | null {
  if (moment === undefined) return null;
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) throw new AppError('invalid_input', { fields: [name] });
  return date;
}
