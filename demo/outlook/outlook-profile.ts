/** What becomes of a file that is attached: an ordinary one, or something that Outlook does not hand over as a file. */
export type AttachedKind = 'file' | 'cloud' | 'eml' | 'ics' | 'empty' | 'refused';

/** How Outlook shows the pictures in the text: as `cid:` beside files with the same name, beside files named otherwise, without a place at all, or
 *  in the text itself. From Mailbox 1.16 on the list of files tells content ids. */
type Pictures = 'cid' | 'cid-other-names' | 'no-place' | 'data';

/** How Outlook's own sign-in answers: at once, after a window, with the word that nobody consented, or not at all. */
export type SignInManner = 'silent' | 'popup' | 'no-consent' | 'away';

/** How an Outlook behaves. */
export interface OutlookProfile {
  readonly label: string;
  /** The highest Mailbox requirement set, such as 1.16, as its second number. */
  readonly mailboxMinor: number;
  readonly resolvesRecipients: boolean;
  readonly recipientType: 'externalUser' | 'distributionList';
  readonly pictures: Pictures;
  readonly attaches: AttachedKind;
  /** The first answer after a change of the text is the text before it. */
  readonly isTextStale: boolean;
  /** As classic Outlook may: the id of a file is its place in the list, what is kept with a draft is told only once that was closed, a mail kept as
   *  a file is listed as one and not handed over, and an answer in the reading pane does not close. */
  readonly isClassic: boolean;
  /** How long each answer takes, in milliseconds. */
  readonly delayMs: number;
  /** Who stands in From when it is not the person who writes. */
  readonly from: { readonly name: string; readonly address: string } | null;
  readonly signIn: SignInManner;
  readonly theme: 'system' | 'light' | 'dark' | 'black';
}

const newest: OutlookProfile = {
  label: 'Mailbox 1.16',
  mailboxMinor: 16,
  resolvesRecipients: true,
  recipientType: 'externalUser',
  pictures: 'cid',
  attaches: 'file',
  isTextStale: false,
  isClassic: false,
  delayMs: 0,
  from: null,
  signIn: 'silent',
  theme: 'system',
};

const like = (label: string, changes: Partial<OutlookProfile>): OutlookProfile => ({ ...newest, ...changes, label });

/** The Outlooks that the simulator can be, by the name in the address bar. All of them refuse a fourth call while three are under way. */
export const outlookProfiles = {
  'mailbox-1.16': newest,
  'mailbox-1.14': like('Mailbox 1.14', { mailboxMinor: 14 }),
  'mailbox-1.8': like('Mailbox 1.8', { mailboxMinor: 8 }),
  classic: like('classic Outlook', { mailboxMinor: 13, isClassic: true }),
  'pictures-other-names': like('pictures under other names', { mailboxMinor: 14, pictures: 'cid-other-names' }),
  'pictures-data': like('pictures inside the text', { pictures: 'data' }),
  'pictures-no-place': like('pictures without a place', { mailboxMinor: 14, pictures: 'no-place' }),
  'cloud-file': like('attaches links to cloud files', { attaches: 'cloud' }),
  'attached-mail': like('attaches mails', { attaches: 'eml' }),
  'attached-appointment': like('attaches appointments', { attaches: 'ics' }),
  'empty-content': like('hands over empty files', { attaches: 'empty' }),
  'throwing-item': like('fails at files', { attaches: 'refused' }),
  'stale-text': like('text comes late', { mailboxMinor: 8, isTextStale: true }),
  slow: like('slow answers', { delayMs: 600 }),
  unresolved: like('recipient not resolved', { resolvesRecipients: false }),
  'distribution-list': like('recipients are lists', { recipientType: 'distributionList' }),
  'shared-mailbox': like('from a shared mailbox', { from: { name: 'Reception', address: 'reception@harbour.example' } }),
  'send-as': like('from a colleague', { from: { name: 'Dr. Lee', address: 'lee@harbour.example' } }),
  'sign-in-window': like('sign-in in a window', { signIn: 'popup' }),
  'no-consent': like('sign-in without consent', { signIn: 'no-consent' }),
  'sign-in-away': like('sign-in away', { signIn: 'away' }),
  black: like('black theme', { theme: 'black' }),
} as const satisfies Record<string, OutlookProfile>;

export type ProfileName = keyof typeof outlookProfiles;
