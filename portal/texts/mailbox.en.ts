import { pluralIn } from '../../screen/plural.ts';

const plural = pluralIn('en');

/** English. The mailbox and a message that is open. Words that a patient's relative understands; no jargon. */
export const en = {
  folders: { inbox: 'Inbox', sent: 'Sent', deleted: 'Deleted' },
  folderNames: 'Folders',
  unreadCount: (count: number, most: number) => (count > most ? `${most}+` : String(count)),
  unreadInWords: (count: number, most: number) => `${count > most ? `more than ${most}` : count} unread`,
  unread: 'Unread',
  noSubject: '(no subject)',
  to: (names: string) => `To: ${names}`,
  files: (count: number) => plural(count, { one: '# file', other: '# files' }),
  daysLeft: (days: number) => plural(days, { one: '# day left', other: '# days left' }),
  expired: 'Expired',
  recalled: 'Taken back',
  empty: {
    inbox: { title: 'No messages yet', sentence: 'When somebody sends you a message, you find it here.' },
    sent: { title: 'Nothing sent yet', sentence: 'Your answers appear here once you have sent them.' },
    deleted: { title: 'Nothing deleted', sentence: 'What you delete stays here for 30 days, so that you can take it back.' },
  },
  loading: 'Loading your messages …',
  loadMore: 'Load more',
  loadingMore: 'Loading more …',
  nothingOpen: 'Choose a message to read it here.',
  back: (folder: string) => `Back to ${folder}`,
  opening: 'Opening the message …',
  notHere: 'You deleted this message for good, or it is not for this address.',
  message: {
    from: 'From',
    to: 'To',
    cc: 'Cc',
    readableFor: (days: number) => plural(days, { one: 'Readable for # more day', other: 'Readable for # more days' }),
    readableUntil: (day: string) => `Readable until ${day}`,
    files: 'Files',
    download: 'Download',
    body: 'Message',
    picturesLeftOut: 'Pictures from other websites were not loaded, so that nobody learns that you read this.',
    picturesMissing: (count: number) =>
      plural(count, {
        one: 'A picture of this message could not be loaded.',
        other: '# pictures of this message could not be loaded.',
      }),
    reply: 'Reply',
  },
  ended: {
    expired: 'This message has expired',
    recalled: 'This message was taken back',
    expiredOn: (day: string) => `It could be read until ${day}.`,
    sentBy: (name: string, moment: string) => `${name} sent it on ${moment}.`,
    recalledOn: (moment: string) => `The sender took it back on ${moment}.`,
    expiredNext: 'If you still need it, you can ask the sender for more time.',
    removed: 'It was removed for good 30 days after its last reader could read it.',
    recalledNext: 'The sender no longer wants it to be read. If you have questions, please ask the sender.',
  },
};
