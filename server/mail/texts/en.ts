/** English, for mails. Words that a patient's relative understands; no jargon. */
export const en = {
  signIn: 'Sign in',
  noAnswer: 'Please do not answer this mail; nobody reads it.',
  answerInPortal: 'Please do not answer this mail; nobody reads it. Answer in the portal.',
  subject: (subject: string) => `Subject: ${subject}`,
  questions: (contact: string) => `Questions? ${contact}`,
  orOpen: 'Or open this address:',
  ifNotYou: 'If it was you, there is nothing to do. If not, choose “Forgot your password?” on the sign-in page and tell us.',
  notification: {
    title: (sender: string) => `Secure message from ${sender}`,
    lead: (sender: string) => `${sender} sent you a secure message.`,
    readableUntil: (day: string) => `It stays readable until ${day}.`,
    readableUntilWithdrawn: 'It stays readable until the sender withdraws it.',
    temporaryPassword: 'To sign in for the first time you need the temporary password that we send you in a mail of its own.',
    read: 'Read the message',
    forgot: 'Forgot your password? Request a new one',
  },
  reminder: {
    title: (sender: string) => `Reminder: secure message from ${sender}`,
    lead: (sender: string) => `A secure message from ${sender} waits for you.`,
    unread: (day: string) => `You have not read it yet. It can be read until ${day}.`,
  },
  genuine: {
    heading: 'How to check that this mail is genuine',
    sentence: (postmaster: string, origin: string) =>
      `It comes from ${postmaster}, its links begin with ${origin}/, and this code is confirmed at`,
  },
  code: {
    title: (organisation: string) => `Your code for ${organisation}`,
    lead: 'Your code',
    works: (time: string) => `Type it on the page where you asked for it. It works once, until ${time}.`,
    first: 'A secure message was sent to you, and this code was asked for to create your password.',
    again: 'This code was asked for to create a new password.',
    notYou: 'If it was not you, do nothing: without the code nothing changes.',
    neverAsked: 'Nobody from us will ever ask you for this code. Please do not answer this mail; nobody reads it.',
  },
  password: {
    reason: {
      'message-sent': 'You get this mail because a secure message was sent to you. A mail of its own tells you from whom.',
      'administrator-arranged': (organisation: string) =>
        `You get this mail because an administrator of ${organisation} arranged access to its secure mail for you: you can read and write messages there.`,
      'administrator-reset': (organisation: string) =>
        `You get this mail because an administrator of ${organisation} reset your password.`,
      requested:
        'You get this mail because a new password was requested for this address. If it was not you, do nothing: nobody can read your messages without this mail.',
    },
    linkTitle: (organisation: string) => `Your password for ${organisation}`,
    create: 'Create your password',
    linkWorks: (time: string) =>
      `The link works once, until ${time}. After that, choose “Forgot your password?” on the sign-in page.`,
    temporaryTitle: (organisation: string) => `Your temporary password for ${organisation}`,
    temporary: 'Your temporary password',
    temporaryWorks: (day: string, time: string) =>
      `Sign in with your e-mail address and this password, then choose a password of your own. It works until ${day}, ${time}, and takes the place of any temporary password before it.`,
    neverAsked: 'Nobody from us will ever ask you for this password. Please do not answer this mail; nobody reads it.',
    changedTitle: (organisation: string) => `Your password for ${organisation} was changed`,
    changed: 'Your password was changed',
    changedOn: (address: string, day: string, time: string) => `The password for ${address} was changed on ${day} at ${time}.`,
  },
  secondStep: {
    title: (organisation: string) => `The way you sign in to ${organisation} has changed`,
    happened: {
      'app-added': 'An authenticator app was set up',
      'app-removed': 'The authenticator app was removed',
      'passkey-added': 'A passkey was added',
      'passkey-removed': 'A passkey was removed',
      'recovery-code-used': 'A recovery code was used to sign in',
      'recovery-codes-renewed': 'New recovery codes were made',
      'all-removed': 'Your second step was removed by the organisation',
    },
    when: (address: string, day: string, time: string) => `This happened on ${day} at ${time}, for ${address}.`,
  },
  deliveryFailed: {
    title: (address: string) => `Not delivered to ${address}`,
    lead: (address: string) => `${address} was not reached.`,
    notification: (address: string, day: string, time: string) =>
      `The notification of your secure message of ${day}, ${time}, could not be delivered to ${address}.`,
    message: (address: string, day: string, time: string) =>
      `Your secure message of ${day}, ${time}, could not be delivered to ${address}.`,
    reminder: (address: string, day: string, time: string) =>
      `${address} has not opened your secure message of ${day}, ${time}, and the reminder could not be delivered.`,
    reason: {
      'unknown-address': 'The other mail server does not know this address.',
      'mailbox-full': 'The mailbox is full.',
      refused: 'The other mail server refused the mail.',
      'too-large': 'The mail was too large for the other mail server.',
      'not-reachable': 'The other mail server could not be reached.',
      unclear: 'The other mail server gave no clear reason.',
    },
    staffNext: 'Check the address. In the task pane in Outlook, tab Sent, you can correct it or send the notification again.',
    staffNextInside: 'Check the address, and send the message again.',
    accountNext: 'Sign in to see what you sent, or reach the organisation another way.',
  },
  moreTime: {
    title: (name: string) => `${name} asks for more time`,
    lead: (name: string) => `${name} asks for more time.`,
    recalled: (address: string, day: string, time: string) =>
      `Your secure message of ${day}, ${time}, to ${address} was taken back and can no longer be read.`,
    expired: (address: string, day: string, time: string) =>
      `Your secure message of ${day}, ${time}, to ${address} has expired and can no longer be read.`,
    staffNext:
      'If they should read it, choose Extend in the task pane in Outlook, tab Sent; in place of what you recalled, send a new message. Otherwise there is nothing to do.',
    accountNext: 'Sign in to see what you sent. If they should read it, answer them again.',
  },
  opened: {
    title: (name: string) => `${name} opened your secure message`,
    lead: (name: string) => `${name} opened your secure message.`,
    when: (address: string, day: string, time: string) => `It was opened for the first time on ${day} at ${time}, by ${address}.`,
    sent: (day: string, time: string) => `You sent it on ${day}, ${time}, and asked to be told.`,
    meaning: 'This says that the message was shown in the portal, not that it was read to its end.',
  },
  notice: {
    sender: (name: string) => `${name} (secure)`,
    inside: 'This message was sent securely inside the organisation.',
    alsoOutside:
      'This message was sent securely. People outside the organisation read it in the portal; if you simply reply to them, your answer is sent unprotected. To answer safely, choose Send Secure in Outlook.',
    fromPortal: (who: string, organisation: string) =>
      `${who} wrote this in the portal of ${organisation}. If you simply reply, your answer is sent unprotected. To answer safely, choose Send Secure in Outlook.`,
    copy: (day: string, time: string) =>
      `This is your own copy of the secure message that you sent on ${day}, ${time}. People outside the organisation read it in the portal. If you forward this copy or simply reply to all, that mail is sent unprotected.`,
    archiveCopy: (author: string, day: string, time: string) =>
      `Copy for the archive of the secure message that ${author} sent on ${day}, ${time}.`,
    corrected: (wrong: string, right: string, day: string, time: string) =>
      `On ${day}, ${time}, an address was corrected: the message was taken back from ${wrong} and sent to ${right}.`,
    to: (people: string) => `To: ${people}`,
    cc: (people: string) => `Cc: ${people}`,
    bcc: (people: string) => `Bcc: ${people}`,
    filesLeftOut: (files: string) => `This mail would be too large with its files, so they are only listed: ${files}`,
    picturesLeftOut: 'The pictures in the text are left out for the same reason.',
    textLeftOut: 'The text itself is too large for a mail and is left out.',
    restInHtml: 'The rest is in the HTML part of this mail.',
  },
};
