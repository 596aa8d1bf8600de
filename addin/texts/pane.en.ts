import { formatBytes, formatMoment } from '../../screen/format.ts';
import type { ErrorText } from '../../screen/texts/screen.en.ts';
import type { OutlookFailureCode } from '../outlook/outlook-error.ts';
import type { UnreadableReason } from '../outlook/read-attachment.ts';

const failures: Record<OutlookFailureCode, ErrorText> = {
  outlook_silent: { sentence: 'Outlook does not answer.', nextStep: 'Please try again. If it stays like this, restart Outlook.' },
  outlook_refused: {
    sentence: 'Outlook could not read this message.',
    nextStep: 'Please try again. If it stays like this, restart Outlook.',
  },
  draft_gone: {
    sentence: 'The message is not open any more.',
    nextStep: 'Open it in Outlook again, then choose Send Secure in the ribbon.',
  },
  sign_in_not_allowed: {
    sentence: 'Your organisation has not allowed this add-in to sign you in yet.',
    nextStep: 'Please ask your IT department to grant admin consent for it (setup guide, step “Register the application”).',
  },
  sign_in_unavailable: {
    sentence: 'The sign-in service does not answer at the moment.',
    nextStep: 'Please try again in a minute.',
  },
  sign_in_unsupported: {
    sentence: 'This Outlook is too old to sign you in.',
    nextStep: 'Please update Outlook, or write the message in Outlook on the web.',
  },
  sign_in_cancelled: { sentence: 'You are not signed in.', nextStep: 'Choose Try again and finish the sign-in window.' },
  sign_in_failed: {
    sentence: 'Signing you in did not work.',
    nextStep: 'Please try again. If it stays like this, ask your IT department.',
  },
};

const unreadable: Record<UnreadableReason, string> = {
  cloud: 'This is a link to a cloud file. Attach it as a copy, or remove it.',
  item: 'This is a mail or an appointment. Save it as a PDF or put it into a zip file, and attach that; or remove it.',
  empty:
    'Outlook hands over an empty file, perhaps because of a rule of your organisation. Remove it, or ask your IT department.',
  refused: 'Outlook does not hand this file over. Remove it and attach it again.',
};

const people = (count: number) => (count === 1 ? '1 recipient' : `${count} recipients`);

/** English, for the task pane. */
export const en = {
  failures,
  unreadable,
  signInAgain: { sentence: 'Your sign-in has ended.', nextStep: 'Choose Try again to sign in once more.' } satisfies ErrorText,
  notAccepted: {
    sentence: 'The server does not accept your sign-in.',
    nextStep: 'Sign in with your account of this organisation. If you did, ask your IT department.',
  } satisfies ErrorText,
  notWhole: { sentence: 'A file did not arrive whole.', nextStep: 'Nothing was sent. Please try again.' } satisfies ErrorText,
  olderThanServer: {
    sentence: 'This pane is older than the server.',
    nextStep: 'Close it and choose Send Secure in the ribbon again.',
  } satisfies ErrorText,
  title: 'Secure message',
  tabs: { label: 'Secure messages', send: 'Send', sent: 'Sent', loading: 'Loading…' },
  openInOutlook: {
    heading: 'Open this in Outlook',
    text: 'This page works beside a mail you are writing. In Outlook, write a new mail and choose Send Secure in the ribbon.',
  },
  noScript: {
    sentence: 'This page cannot reach Outlook.',
    nextStep: 'Part of it comes from Microsoft and did not arrive. Check your connection, then choose Try again.',
  } satisfies ErrorText,
  reading: 'Reading your message…',
  signInWindow: {
    sentence: 'Please sign in.',
    nextStep: 'Outlook has opened a window for that. If you do not see it, choose Cancel and try again.',
    cancel: 'Cancel',
  },
  draft: {
    from: 'From',
    to: 'To',
    cc: 'Cc',
    bcc: 'Bcc',
    outside: 'outside the organisation',
    nobody: '—',
    onlyResolved: 'Somebody missing? Outlook tells us an address once it is complete.',
    many: (count: number, outside: number) =>
      outside === 0 ? people(count) : `${people(count)}, ${outside} of them outside the organisation`,
    everybody: (count: number) => `Show all ${people(count)}`,
    fewer: (count: number) => `Show the first ${count} only`,
    subject: 'Subject',
    noSubject: '(no subject)',
    text: 'Text',
    noText: '(no text)',
    showAll: 'Show all',
    showLess: 'Show less',
    files: 'Files',
    everyFile: (count: number) => `Show all ${count} files`,
    pictures: (count: number) => (count === 1 ? '1 picture in the text' : `${count} pictures in the text`),
    willGo: 'can be sent',
    willNotGo: 'cannot be sent',
  },
  options: {
    heading: 'Options',
    readableFor: 'Readable for',
    days: (days: number) => (days === 1 ? '1 day' : days === 365 ? '1 year' : `${days} days`),
    noEnd: 'No end',
    allowReply: 'Allow reply',
    readReceipt: 'Tell me when it is opened',
    allowReplyAll: 'Allow reply all',
    allowPrint: 'Allow print',
    allowDownload: 'Allow download',
    fixed: 'Grey options are set by your organisation.',
    changed: "Your organisation's rules have changed meanwhile. Please look over the options, then choose Send Secure again.",
  },
  send: 'Send Secure',
  problems: {
    changed_meanwhile: {
      sentence: 'The message was changed while it was being sent.',
      nextStep: 'Nothing was sent. Look it over, then choose Send Secure again.',
    },
    warned_anew: {
      sentence: 'There is something new to know about this message.',
      nextStep: 'Nothing was sent. Read the notes above, then choose Send Secure again.',
    },
    sender_unknown: {
      sentence: 'We could not tell which addresses are yours.',
      nextStep: 'Please ask your IT department; they can set this up.',
    },
    sender_not_allowed: (address: string): ErrorText => ({
      sentence: `You cannot send from ${address} here.`,
      nextStep: 'Choose your own address in From, or ask your IT department to allow this mailbox.',
    }),
    no_recipients: {
      sentence: 'Outlook has not resolved any recipient yet.',
      nextStep: 'Finish the addresses in To, Cc or Bcc, then choose Send Secure again.',
    },
    too_many_recipients: (limit: number): ErrorText => ({
      sentence: `A message can have at most ${limit} recipients.`,
      nextStep: 'Please remove some, or send it in parts.',
    }),
    recipient_without_address: (name: string): ErrorText => ({
      sentence: `${name} has no e-mail address that we can use.`,
      nextStep: 'Replace it with the full address of a person.',
    }),
    list_without_address: (name: string): ErrorText => ({
      sentence: `${name} is a contact group without an address of its own.`,
      nextStep: 'Choose the plus sign before its name in Outlook, so that its members stand there.',
    }),
    subject_too_long: (limit: number): ErrorText => ({
      sentence: `The subject is longer than ${limit} characters.`,
      nextStep: 'Please shorten it.',
    }),
    subject_unreadable: {
      sentence: 'The subject holds characters that cannot be sent.',
      nextStep: 'Please delete it and type it again.',
    },
    text_too_large: (limit: number): ErrorText => ({
      sentence: `The text is larger than ${formatBytes(limit)}.`,
      nextStep: 'Please shorten it, or attach parts of it as files.',
    }),
    too_many_files: (limit: number): ErrorText => ({
      sentence: `A message can have at most ${limit} files, counting the pictures in the text.`,
      nextStep: 'Please remove some, or put them into a zip file.',
    }),
    files_too_large: (limit: number): ErrorText => ({
      sentence: `The files together are larger than ${formatBytes(limit)}.`,
      nextStep: 'Please remove some, or use several messages.',
    }),
    too_large_inside: (limit: number): ErrorText => ({
      sentence: `People inside the organisation can get at most ${formatBytes(limit)}.`,
      nextStep: 'Please remove files, or send it to people outside only.',
    }),
    unreadable_file: (name: string): ErrorText => ({
      sentence: `“${name}” cannot be sent.`,
      nextStep: 'See beside the file what to do, then choose Send Secure again.',
    }),
  },
  warnings: {
    answersSecure:
      'This answers a secure message. Outlook’s own Send button would send the answer and all that is quoted unprotected; Send Secure keeps it safe.',
    strayPictures: (count: number) =>
      count === 1
        ? 'Outlook does not say where one picture stands in the text. It goes out as a file.'
        : `Outlook does not say where ${count} pictures stand in the text. They go out as files.`,
    unshownPictures: (names: readonly string[]) =>
      names.length === 1
        ? `${names.join('')} is of a kind that recipients cannot see in the text. It goes out as a file.`
        : `${names.join(', ')} are of a kind that recipients cannot see in the text. They go out as files.`,
    missingPictures: (count: number) =>
      count === 1
        ? 'One picture in the text cannot be sent. Please paste it again, or attach it as a file.'
        : `${count} pictures in the text cannot be sent. Please paste them again, or attach them as files.`,
    cloudLinks: (names: readonly string[]) =>
      `The text links to files in the cloud: ${names.join(', ')}. Recipients may not be able to open them; attach copies instead.`,
    lists: (names: readonly string[]) =>
      `${names.join(', ')}: everybody on this list gets the message, and outside the organisation they share one sign-in. Enter people one by one if you do not want that.`,
  },
  uploading: {
    heading: 'Sending',
    preparing: 'Reading your message…',
    file: (name: string, number: number, count: number) => (count === 1 ? name : `${name}, ${number} of ${count}`),
    handingOver: 'Handing the message over…',
    progress: 'Progress',
    cancel: 'Cancel',
  },
  accepted: {
    heading: (count: number) => `Accepted for ${people(count)}`,
    text: 'They are told by mail. This draft is not needed any more.',
    earlier: (moment: string) =>
      `This was sent on ${formatMoment(moment)}; only the answer was lost. What you changed in the draft since then was not sent.`,
    byTwin: (moment: string) =>
      `Another window sent this on ${formatMoment(moment)}: the same people, text and files. It was not sent again.`,
    ifTwice: 'If it should go out once more, choose Send it all the same.',
    sendTwice: 'Send it all the same',
    lookOver: 'Look the draft over again',
    close: 'Close',
    closesSoon: 'This window closes by itself.',
    closeByHand: 'If this window is still open, please close it yourself and choose to discard the draft.',
    changed:
      'The draft was changed after it was sent, and the change was not sent. So the draft stays; look it over again if the change should go out, too.',
    outlookAsks: 'When you close it, Outlook asks what becomes of the draft.',
    closeYourself: 'If this window is still open, please close it yourself, and decide in Outlook what becomes of the draft.',
    chooseDiscard: 'When Outlook asks, choose to discard the draft.',
  },
  failed: {
    tryAgain: 'Try again',
    otherAccount: 'Sign in with another account',
    neverTwice: 'Trying again never sends the message twice.',
  },
};
