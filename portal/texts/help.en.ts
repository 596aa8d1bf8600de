/** A part of a help page: a question or a heading, sentences, and steps to take. */
export interface HelpPart {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly steps?: readonly string[];
}

/** What the help pages know about the organisation. */
export interface HelpFacts {
  readonly organisation: string;
  readonly origin: string;
  readonly postmaster: string;
}

/** English. The help pages. Words that a patient's relative understands; no jargon. */
export const en = {
  toSignIn: 'Go to sign in',
  toMessages: 'Go to my messages',
  genuine: {
    heading: 'Is this mail genuine?',
    check: 'Check a verification code',
    parts: ({ organisation, origin, postmaster }: HelpFacts): readonly HelpPart[] => [
      {
        title: 'Check three things',
        sentences: [`A mail from ${organisation} about a secure message is genuine if all three are true:`],
        steps: [
          `It comes from ${postmaster}.`,
          `Every link in it begins with ${origin}/`,
          'Its verification code is confirmed on our page, with the sender and the day that your mail names.',
        ],
      },
      {
        title: 'The safest way',
        sentences: [
          `Do not use the link at all: type ${origin} into the address bar of your browser and sign in. All your messages are there.`,
        ],
      },
      {
        title: 'What we never do',
        sentences: [
          'We never ask for your password or for a code by mail or by telephone. We never send the message itself or its files by mail to you, only the news that it is here.',
        ],
      },
      {
        title: 'If something is wrong',
        sentences: ['Do not open the links of that mail, and do not answer it. Please tell us, so that we can warn others.'],
      },
    ],
  },
  login: {
    heading: 'Login issues?',
    forgot: 'Request a new password',
    parts: ({ organisation, origin, postmaster }: HelpFacts): readonly HelpPart[] => [
      {
        title: 'I forgot my password',
        sentences: [
          'Choose "Forgot your password?" on the sign-in page and type your e-mail address. We mail you a link with which you choose a new one.',
        ],
      },
      {
        title: 'The mail with the code or the link does not arrive',
        sentences: ['Mail can take some minutes. If it does not come:'],
        steps: [
          'Look in your junk mail folder.',
          `Ask your mail provider to let mail from ${postmaster} through, or add that address to your contacts.`,
          'Ask for another one. A code works for 10 minutes, a link for an hour; the newest is always good.',
          'Check that you typed the address to which the message was sent. For another address we send nothing.',
        ],
      },
      {
        title: 'My password is refused',
        sentences: [
          'Capital and small letters matter. After several wrong tries you have to wait a little; the page says how long. You need not wait to choose a new password.',
        ],
      },
      {
        title: 'I have several e-mail addresses',
        sentences: [
          'Sign in with the address to which the message was sent. Each address has a mailbox and a password of its own.',
        ],
      },
      {
        title: 'I lost my second step (the app or the passkey)',
        sentences: [
          `Use one of your recovery codes instead. If you have none left, contact ${organisation}: nobody else can let you in.`,
        ],
      },
      {
        title: 'I am signed out again and again, or nothing happens',
        sentences: [
          `Your browser must allow cookies and JavaScript for ${origin}. A private window works, but forgets you when you close it.`,
        ],
      },
      {
        title: 'The link in the mail does not work',
        sentences: [
          `The mail program may have cut it off. Copy the whole address, or open ${origin} and sign in: the message is in your mailbox.`,
        ],
      },
    ],
  },
  contact: {
    heading: 'Contact',
    sentence: (organisation: string) => `Do you need help, or is something unclear? ${organisation} helps you.`,
    reach: 'Telephone and hours',
    none: 'Please use the telephone number or the address of the organisation that you know already.',
    message: 'About a message',
    messageSentence: 'Please ask the person who sent it. You can answer in the portal.',
    postmaster: 'Our mails come from',
    postmasterSentence: 'Nobody reads answers to this address.',
    security: 'A weakness in the security of this portal',
    securitySentence: 'Please report it privately and give us time to mend it before you publish. Where to is said in',
  },
  accessibility: {
    heading: 'Accessibility',
    sentence: (organisation: string) =>
      `Everybody should be able to read and answer messages from ${organisation} here. We build this portal to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.`,
    parts: (): readonly HelpPart[] => [
      {
        title: 'What is tested',
        sentences: ['With every release of the software, by machine:'],
        steps: [
          'With the test tool axe against WCAG 2.2 AA, light and dark: creating a password and signing in, resetting a password, a message and the preview of a picture, answering and writing, the folders, the settings, checking a mail and this help.',
          'On the same screens with forced colours (high contrast) one rule only: that links stand out from the text around them. Contrast is that of your own colours there; whether every symbol and frame stays visible is not tested by machine.',
          'With axe in light or in dark only: what you see for a moment or seldom, such as search results, a message that has ended, a password by a mailed link, the second step and its recovery codes, removing a passkey, setting a link, two windows with one draft, warnings, and a temporary password that is asked for again or has expired.',
          'The whole way with the keyboard alone: from the link through the password to reading, saving files, answering and logging out.',
          'The screens of the first line in a window 320 pixels wide, which is the same as enlarged to 400 %: nothing scrolls sideways.',
          'Texts that change by themselves are announced, and nothing moves if you have asked your system for less motion.',
        ],
      },
      {
        title: 'What is not met, or not known',
        sentences: [],
        steps: [
          'The text of a message is shown as its sender wrote it. Its colours, its tables and pictures without description are outside our control.',
          'The same is true of attached files.',
          'No people with disabilities and no screen reader have taken part in the tests yet; a machine finds only part of the barriers. There is no statement by an independent auditor.',
          'Wide tables of a message can scroll sideways inside the message.',
        ],
      },
    ],
    report: 'Tell us about a barrier',
    reportSentence:
      'Please tell us what you wanted to do and what stood in the way. We can give you the message in another form.',
  },
};
