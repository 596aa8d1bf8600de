import type { AttachedKind } from './outlook-profile.ts';

export interface Person {
  readonly name: string;
  readonly address: string;
}

/** A line of people: those that Outlook has resolved, and what is still only text. */
export interface PeopleField {
  readonly people: readonly Person[];
  readonly typed: string;
}

export const fieldNames = ['to', 'cc', 'bcc'] as const;
export type FieldName = (typeof fieldNames)[number];

export interface SimulatedAttachment {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly isInline: boolean;
  readonly contentId: string | null;
  /** Of something that is no ordinary file. */
  readonly kind?: AttachedKind;
}

/** One thing Outlook was asked to do by the pane. */
export interface OfficeAction {
  readonly id: number;
  readonly what: string;
  readonly times: number;
}

/** Everything the simulated Outlook knows of the message being written; the bytes of its files lie in `file-shelf.ts`. */
export interface SimulatedDraft {
  readonly id: string;
  readonly state: 'open' | 'discarded' | 'closed';
  readonly to: PeopleField;
  readonly cc: PeopleField;
  readonly bcc: PeopleField;
  readonly subject: string;
  /** The Message-ID of the mail that it answers. */
  readonly inReplyTo: string | null;
  /** Pictures in it are shown as `cid:`. */
  readonly html: string;
  readonly attachments: readonly SimulatedAttachment[];
  readonly customProperties: Readonly<Record<string, unknown>>;
  readonly actions: readonly OfficeAction[];
}

const nobody: PeopleField = { people: [], typed: '' };

/** An empty message in a window of its own. */
export function newDraft(): SimulatedDraft {
  return {
    id: crypto.randomUUID(),
    state: 'open',
    to: nobody,
    cc: nobody,
    bcc: nobody,
    subject: '',
    inReplyTo: null,
    html: '',
    attachments: [],
    customProperties: {},
    actions: [],
  };
}

/** The draft with one more entry in the list of what Outlook was asked; the same again only counts up. */
export function withAction(draft: SimulatedDraft, what: string): SimulatedDraft {
  const known = draft.actions.find((action) => action.what === what);
  const action = { id: known?.id ?? draft.actions.length, what, times: (known?.times ?? 0) + 1 };
  return { ...draft, actions: [...draft.actions.filter((other) => other !== known), action] };
}
