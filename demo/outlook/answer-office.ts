import type { OutlookProfile } from './outlook-profile.ts';
import { attachmentBy, attachmentsAs, contentAs, textAs } from './play-profile.ts';
import { type FieldName, type SimulatedDraft, fieldNames, withAction } from './simulated-draft.ts';

/** What the simulated Outlook works on. */
export interface Desk {
  readonly draft: () => SimulatedDraft;
  readonly change: (update: (draft: SimulatedDraft) => SimulatedDraft) => void;
  readonly sender: { readonly name: string; readonly address: string };
  /** The bytes of an attachment as base64. */
  readonly contentOf: (attachmentId: string) => Promise<string>;
  readonly profile: OutlookProfile;
}

/** Asks Outlook for something by the name of the Office.js member. */
export type AskOutlook = (member: string, argument?: unknown) => Promise<unknown>;

/** Outlook's side of Office.js: answers from the draft on the desk, and notes what it was asked. Rejects what Outlook would refuse. */
export function answerOffice(desk: Desk): AskOutlook {
  const { profile } = desk;
  const note = (what: string) => desk.change((draft) => withAction(draft, what));
  const close = (isDiscarded: boolean) => {
    note(isDiscarded ? 'Discarded the draft and closed the window' : 'Closed the window');
    desk.change((draft) => ({ ...draft, state: isDiscarded ? 'discarded' : 'closed' }));
  };
  const reading = (what: string, read: (draft: SimulatedDraft) => unknown) => () => {
    note(`Read ${what}`);
    return read(desk.draft());
  };
  const person = personAs(profile);
  const textOf = profile.isTextStale ? stale() : (text: string) => text;
  const answers: Record<string, (argument: unknown) => unknown> = {
    'from.getAsync': reading('the sender', () => person(profile.from ?? desk.sender)),
    ...Object.fromEntries(
      fieldNames.map((field) => [`${field}.getAsync`, reading(fieldLabels[field], (draft) => draft[field].people.map(person))]),
    ),
    'subject.getAsync': reading('the subject', (draft) => draft.subject),
    'body.getAsync': reading('the text', async (draft) => page(textOf(await textAs(profile, draft, desk.contentOf)))),
    getAttachmentsAsync: reading('the list of files', (draft) => attachmentsAs(profile, draft)),
    getAttachmentContentAsync: (id) => readContent(desk, String(id), note),
    loadCustomPropertiesAsync: () => desk.draft().customProperties,
    'customProperties.saveAsync': (properties) => {
      const customProperties = properties as Record<string, unknown>;
      if (!profile.isClassic) desk.change((draft) => ({ ...draft, customProperties }));
    },
    closeAsync: (options) => close((options as { discardItem?: boolean } | undefined)?.discardItem === true),
    close: () => {
      if (!profile.isClassic || desk.draft().inReplyTo === null) close(false);
    },
  };
  return async (member, argument) => {
    const answer = answers[member];
    if (!answer) throw new Error(`The simulated Outlook does not know ${member}.`);
    if (profile.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, profile.delayMs));
    return answer(argument);
  };
}

const fieldLabels: Record<FieldName, string> = { to: 'To', cc: 'Cc', bcc: 'Bcc' };

const page = (text: string) => `<html><head></head><body>${text}</body></html>`;

const personAs =
  ({ recipientType }: OutlookProfile) =>
  ({ name, address }: { name: string; address: string }) => ({ displayName: name, emailAddress: address, recipientType });

/** Answers each text one reading too late. */
function stale(): (text: string) => string {
  let known = '';
  return (text) => {
    const answered = known;
    known = text;
    return answered;
  };
}

async function readContent({ draft, contentOf, profile }: Desk, id: string, note: (what: string) => void) {
  const file = attachmentBy(id, profile, draft());
  if (!file) throw new Error('The attachment identifier is invalid.');
  note(`Read ${file.name}`);
  const isKeptMail = profile.isClassic && /\.(?:msg|eml)$/i.test(file.name);
  return contentAs(isKeptMail ? 'refused' : (file.kind ?? 'file'), () => contentOf(file.id));
}
