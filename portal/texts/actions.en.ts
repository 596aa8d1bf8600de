import { pluralIn } from '../../screen/plural.ts';

const plural = pluralIn('en');

/** English. What one does with messages in the mailbox: buttons, undo, keys, asking for more time. */
export const en = {
  reply: 'Reply',
  replyAll: 'Reply All',
  delete: 'Delete',
  restore: 'Restore',
  markRead: 'Mark read',
  markUnread: 'Mark unread',
  print: 'Print',
  fullScreen: 'Full screen',
  forMessage: 'For this message',
  forChosen: 'For the chosen messages',
  selectAll: 'Select all',
  select: (name: string) => `Select ${name}`,
  chosen: (count: number) => `${count} chosen`,
  done: {
    delete: (count: number) => plural(count, { one: '# message deleted', other: '# messages deleted' }),
    restore: (count: number) => plural(count, { one: '# message restored', other: '# messages restored' }),
    read: (count: number) => plural(count, { one: '# message marked read', other: '# messages marked read' }),
    unread: (count: number) => plural(count, { one: '# message marked unread', other: '# messages marked unread' }),
  },
  undo: 'Undo',
  undone: 'Undone',
  newMessages: (count: number) => plural(count, { one: '# new message', other: '# new messages' }),
  titleWithUnread: (count: number, most: number, title: string) => `(${count > most ? `${most}+` : count}) ${title}`,
  deletedFor: (days: number) => `Messages are removed for good after ${days} days here.`,
  toList: 'Skip to the list',
  toMessage: 'Skip to the message',
  ask: 'Ask the sender for more time',
  asked: (moment: string) => `You asked the sender for more time: ${moment}. They got a mail.`,
  readableAgain: 'This message can be read again.',
  openAgain: 'Open the message',
  keys: {
    title: 'Keyboard shortcuts',
    on: 'Use keyboard shortcuts',
    close: 'Close',
    names: {
      j: 'Next message',
      k: 'Previous message',
      Enter: 'Open in full screen',
      r: 'Reply',
      a: 'Reply to all',
      '#': 'Delete',
      u: 'Mark unread',
      z: 'Undo',
      '/': 'Search',
      '?': 'Show this list',
    },
  },
};
