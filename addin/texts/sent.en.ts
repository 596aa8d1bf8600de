import type { BounceReason } from '../../contract/track.ts';
import { formatDay, formatMoment, formatRecent } from '../../screen/format.ts';
import { pluralIn } from '../../screen/plural.ts';
import type { ErrorText } from '../../screen/texts/screen.en.ts';

const plural = pluralIn('en');
const when = (moment: string) => formatRecent(moment, new Date());

const bounceReasons: Record<BounceReason, string> = {
  'unknown-address': 'this address does not exist',
  'mailbox-full': 'the mailbox is full',
  refused: 'the other mail server refused it',
  'too-large': 'it is too large for the other mail server',
  'not-reachable': 'the other mail server could not be reached',
  unclear: 'the other mail server did not say why',
};

/** What became of a message for one recipient, one line each. */

const events = {
  waiting: 'The notification is about to leave',
  waitingMail: 'The mail is about to leave',
  notified: (at: string) => `Notified ${when(at)}`,
  mailed: (at: string) => `Sent as a mail ${when(at)}`,
  delayed: (nextTry: string) => `Delayed: the other mail server does not take it yet. Next try ${when(nextTry)}`,
  late: (at: string) => `Delayed ${when(at)}: another mail server keeps trying`,
  bounced: (at: string, reason: BounceReason) => `Not delivered ${when(at)}: ${bounceReasons[reason]}`,
  opened: (at: string) => `Opened ${when(at)}`,
  openedAgain: (at: string) => `Opened again, last ${when(at)}`,
  downloaded: (file: string, at: string) => `Downloaded ${file} ${when(at)}`,
  downloadedAgain: (file: string, count: number, at: string) => `Downloaded ${file} ${count} times, last ${when(at)}`,
  replied: (at: string) => `Replied ${when(at)}`,
  failedSignIns: (count: number, at: string) =>
    plural(count, { one: `# failed sign-in, ${when(at)}`, other: `# failed sign-ins, last ${when(at)}` }),
  asked: (at: string) => `Asked for more time ${when(at)}`,
  recalled: (at: string) => `Recalled ${when(at)}`,
  expired: (at: string) => `Expired ${when(at)}`,
  expires: (at: string) => `Readable until ${when(at)}`,
  neverExpires: 'Readable until you recall it',
};

/** How things stand with one recipient, in a word. */
const standings = {
  waiting: 'On its way',
  mailed: 'Sent as a mail',
  notified: 'Notified',
  delayed: 'Delayed',
  bounced: 'Not delivered',
  opened: 'Opened',
  replied: 'Replied',
  asked: 'Asks for more time',
  recalled: 'Recalled',
  expired: 'Expired',
};

const keepsWhatWasRead = (opened: number, of: number) => {
  if (opened === 0) return 'Nobody has opened it so far.';
  if (of === 1) return 'It has been opened: what was read, saved or printed stays with the reader.';
  return `${opened} of ${of} have opened it: what was read, saved or printed stays with them.`;
};

const dialogs = {
  keepsWhatWasRead,
  colleaguesKeep: 'Colleagues who got it as a mail keep that mail.',
  close: 'Cancel',
  working: 'One moment…',
  recall: {
    title: 'Take this message back?',
    effect: 'From the next moment it can no longer be opened, and a notification that has not left stays here.',
    cannot: 'This cannot be undone. To let somebody read it again, send a new message.',
    confirm: 'Recall',
    done: 'Recalled. It can no longer be opened.',
  },
  extend: {
    title: 'Give more time to read?',
    until: (end: string) => `It can be read until ${formatDay(end)}.`,
    untilRecalled: 'It can be read until you recall it.',
    effect: 'The new end takes the place of the old one, even where that was later.',
    cannot: 'Who had no time left gets a new notification, which cannot be called back. What you recalled stays recalled.',
    confirm: 'Extend',
    done: 'Extended.',
    loading: 'Loading what your organisation allows…',
  },
  end: {
    title: 'End the time to read now?',
    effect: 'From the next moment it can no longer be opened.',
    cannot: 'You can extend it again for 30 days; after that its text and files are deleted for good.',
    confirm: 'End now',
    done: 'Ended. It can no longer be opened.',
  },
  again: {
    title: 'Send the notification again?',
    effect: 'The mail with the link goes out once more; asked for twice within ten minutes, it is one mail.',
    cannot: 'A mail that has left cannot be called back. Its link opens the message only for who signs in with this address.',
    confirm: 'Send again',
    done: 'The notification goes out again.',
  },
  correct: {
    title: 'Correct the address?',
    effect: 'The message is taken back from this address and goes to the new one, in one step.',
    cannot:
      'This cannot be undone. The notification that has left stays in the wrong mailbox; its link leads nowhere. A new address inside your organisation gets the message as a mail, which cannot be taken back.',
    confirm: 'Correct the address',
    done: 'Corrected. The message goes to the new address.',
    address: 'New e-mail address',
    name: 'Name (optional)',
    notAnAddress: 'This is not an e-mail address.',
  },
};

/** English, for the Sent tab of the task pane. */
export const en = {
  loading: 'Loading what you sent…',
  loadingOne: 'Loading the message…',
  tryAgain: 'Try again',
  search: { label: 'Search sent messages', hint: 'Subject or recipient', start: 'Search', clear: 'Show everything again' },
  list: {
    label: 'Sent messages',
    found: 'Found messages',
    nothingSent: 'You have not sent a secure message yet.',
    nothingSentNext: 'What you send appears here, with what becomes of it.',
    nothingFound: (words: string) => `Nothing found for “${words}”.`,
    nothingFoundNext: 'Whole words of the subject, a name or an address are found, and their beginnings from three letters on.',
    searchedUntil: (moment: string) => `Searched back to ${formatDay(moment)}.`,
    more: 'Show more',
    moreComing: 'Loading more…',
    noSubject: '(no subject)',
    purged: '(deleted after its end)',
    purgedMailed: '(deleted after 30 days)',
    others: (names: string, count: number) => plural(count, { one: `${names} and # other`, other: `${names} and # others` }),
  },
  marks: {
    opened: (opened: number, of: number) => {
      if (of === 1) return opened === 1 ? 'Opened' : 'Not opened yet';
      return `${opened} of ${of} opened`;
    },
    mailed: 'Sent as a mail',
    bounced: (count: number, of: number) => (of === 1 ? 'Not delivered' : `${count} not delivered`),
    asked: (count: number) => plural(count, { one: '# asks for more time', other: '# ask for more time' }),
    recalled: (count: number, of: number) => (count === of ? 'Recalled' : `${count} recalled`),
  },
  message: {
    back: 'All sent messages',
    sent: (moment: string) => `Sent ${formatMoment(moment)}`,
    behind: {
      sentence: 'This may be out of date.',
      nextStep: 'The server does not answer at the moment; we keep trying.',
    } satisfies ErrorText,
    purged: 'Its text and files were deleted 30 days after its end. Who got it, and when, is kept.',
    purgedMailed:
      'It went to colleagues as a mail; here its text and files were deleted after 30 days. Who got it, and when, is kept.',
    forAll: 'For everybody',
    recipients: 'Recipients',
    more: 'More',
    kinds: { to: 'To', cc: 'Cc', bcc: 'Bcc' },
    asMail: 'A colleague inside your organisation: gets the message itself as a mail. It cannot be followed or taken back.',
    timeline: (address: string) => `What happened for ${address}`,
    actions: (address: string) => `Actions for ${address}`,
  },
  events,
  standings,
  dialogs,
  failures: {
    notThere: { sentence: 'This message is no longer there.', nextStep: 'Go back to the list of what you sent.' },
    recalled: { sentence: 'It was recalled already.', nextStep: 'Close this: the list shows how things stand now.' },
    expired: { sentence: 'Its time to read has ended.', nextStep: 'Close this and choose Extend first.' },
    notSignedIn: {
      sentence: 'You are not signed in.',
      nextStep: 'Nothing has been done. Choose it once more and finish the sign-in window.',
    },
    tooLargeInside: {
      sentence: 'It is too large for a mail inside your organisation.',
      nextStep: 'Nothing has been taken back. To correct this, choose Recall, and send it anew in several messages.',
    },
  } satisfies Record<string, ErrorText>,
};
