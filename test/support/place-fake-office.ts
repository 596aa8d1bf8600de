import { answerOffice } from '../../demo/outlook/answer-office.ts';
import { makeFakeOffice } from '../../demo/outlook/make-fake-office.ts';
import { type OutlookProfile, outlookProfiles } from '../../demo/outlook/outlook-profile.ts';
import { type SimulatedDraft, newDraft } from '../../demo/outlook/simulated-draft.ts';

type Answer = (argument: unknown) => unknown;

export interface FakeOutlook {
  /** The draft as it is now. */
  readonly draft: () => SimulatedDraft;
  readonly change: (update: (draft: SimulatedDraft) => SimulatedDraft) => void;
  /** What was asked, in order, by the name of the Office.js member. */
  readonly asked: string[];
  /** The most questions that were open at the same time. */
  readonly mostAtOnce: () => number;
  readonly fire: (event: string) => void;
}

interface FakeOutlookSettings {
  readonly draft?: Partial<SimulatedDraft>;
  /** Texts of attachments by their id. */
  readonly contents?: Readonly<Record<string, string>>;
  /** Answers of an Outlook that behaves otherwise. */
  readonly answers?: Readonly<Record<string, Answer>>;
  readonly mailboxMinor?: number;
  readonly profile?: OutlookProfile;
}

/** Puts a pretended Outlook where the pane looks for `Office`; each test gets its own. */
export function placeFakeOffice({
  draft,
  contents = {},
  answers = {},
  mailboxMinor = 16,
  profile = { ...outlookProfiles['mailbox-1.16'], mailboxMinor },
}: FakeOutlookSettings = {}): FakeOutlook {
  let now: SimulatedDraft = { ...newDraft(), ...draft };
  const change: FakeOutlook['change'] = (update) => {
    now = update(now);
  };
  const sender = { name: 'Alex Morgan', address: 'alex@harbour.example' };
  const contentOf = async (id: string) => Buffer.from(contents[id] ?? '').toString('base64');
  const usual = answerOffice({ draft: () => now, change, sender, contentOf, profile });
  const asked: string[] = [];
  let [open, most] = [0, 0];
  const ask = async (member: string, argument?: unknown) => {
    asked.push(member);
    open += 1;
    most = Math.max(most, open);
    try {
      await new Promise((resolve) => setTimeout(resolve, 1));
      const own = answers[member];
      return own ? await own(argument) : await usual(member, argument);
    } finally {
      open -= 1;
    }
  };
  const { office, fire } = makeFakeOffice(ask, {
    mailboxMinor: profile.mailboxMinor,
    theme: 'light',
    signIn: 'silent',
    inReplyTo: now.inReplyTo,
    ...sender,
  });
  Object.assign(globalThis, { Office: office });
  return { draft: () => now, change, asked, mostAtOnce: () => most, fire };
}

/** A file of a draft. */
export function anAttachment(changes: Partial<SimulatedDraft['attachments'][number]> = {}) {
  return { id: 'a1', name: 'scan.pdf', size: 4, isInline: false, contentId: null, ...changes };
}

/** A line of resolved people. */
export function people(...addresses: string[]) {
  return { people: addresses.map((address) => ({ name: address, address })), typed: '' };
}
