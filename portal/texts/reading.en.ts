import { pluralIn } from '../../screen/plural.ts';

const plural = pluralIn('en');

/** English. What a reader does with an open message beside reading: its pictures, files and paper. Words that a patient's relative understands. */
export const en = {
  conversation: {
    more: (count: number) =>
      plural(count, { one: '# other message in this conversation', other: '# other messages in this conversation' }),
    many: (count: number) => `${count} or more other messages in this conversation`,
    list: 'Conversation',
    from: (name: string) => `From ${name}`,
  },
  pictures: {
    show: 'Show pictures',
  },
  leaving: {
    disguised:
      'Parts of this address are written in other letters. They can look like an address that you know and be another one.',
    unprotected: 'This website does not protect what you enter there.',
  },
  files: {
    preview: (name: string) => `Preview ${name}`,
    downloadAll: 'Download all',
    showAll: (count: number) => `Show all ${count} files`,
    showFewer: 'Show fewer files',
    saveMessage: 'Save message',
    saveMessageHint: 'The whole message with its files, for your mail program (.eml)',
  },
  forbidden: {
    both: 'The sender does not allow printing this message or saving its files. You can read it here.',
    download: 'The sender does not allow saving this message or its files. You can read it here.',
    print: 'The sender does not allow printing this message.',
  },
  preview: {
    close: 'Close',
    download: 'Download',
    loading: 'Loading the preview …',
    page: (number: number, count: number) => `Page ${number} of ${count}`,
    failed: 'This file cannot be shown here.',
    failedNext: 'Download it and open it with a program on your device.',
    cut: 'This is only the beginning of the file. Download it to see the rest.',
  },
  printed: { from: 'From', to: 'To', cc: 'Cc', date: 'Date', files: 'Files' },
};
