import { pluralIn } from '../../screen/plural.ts';

const plural = pluralIn('en');

/** English. Searching the mailbox. */
export const en = {
  box: 'Search messages',
  open: 'Search',
  more: 'More options...',
  search: 'Search',
  clear: 'Clear the search',
  close: 'Close',
  options: 'Search options',
  fields: {
    text: 'Anywhere',
    from: 'From',
    to: 'To',
    subject: 'Subject',
    body: 'Body',
    attachmentName: 'Attachment name',
    hasAttachment: 'Has attachment',
    isUnread: 'Unread',
    sentAfter: 'Sent after',
    sentBefore: 'Sent before',
  },
  sentAfterHint: 'This day included',
  sentBeforeHint: 'This day not included',
  bodyHint: 'Whole words',
  isOlderIncluded: 'Messages older than 12 months too',
  criterion: (name: string, value: string) => `${name}: ${value}`,
  title: 'Search results',
  searching: 'Searching your messages …',
  found: (count: number) => plural(count, { one: '# message found', other: '# messages found' }),
  foundSoFar: (count: number) => plural(count, { one: '# message found so far', other: '# messages found so far' }),
  searchedUntil: (day: string) => `Searched back to ${day}.`,
  goOn: 'Search further back',
  goingOn: 'Searching further back …',
  older: 'Search older messages too',
  none: {
    title: 'Nothing found',
    inYear: 'No message of the last 12 months fits this search.',
    atAll: 'None of your messages fits this search.',
    hint: 'Every word must fit. In the text of a message words are found whole; of names, subjects and files the beginning is enough.',
  },
  unknown: {
    title: 'This search is no longer known',
    sentence: 'What you search for is kept only in the browser tab you used, until you log out. Please search again.',
  },
  back: 'Back to search results',
};
