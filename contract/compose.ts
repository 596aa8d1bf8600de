import * as z from 'zod/mini';
import { emailAddress, oneLine } from './address.ts';
import { endpoint } from './endpoint.ts';
import { identifier } from './identifier.ts';
import { limits } from './limits.ts';
import { attachmentOfMessage, uploadedFile } from './upload.ts';

/** What the author may still send now. Sizes in bytes; `messagesAgainAt` is null while messages are left, `bytesAgainAt` while nothing is used. */
export const readAllowance = endpoint({
  method: 'GET',
  path: '/api/compose/allowance',
  input: z.strictObject({}),
  output: z.object({
    messagesLeft: z.number(),
    messagesAgainAt: z.nullable(z.string()),
    bytesLeft: z.number(),
    bytesPerDay: z.number(),
    bytesAgainAt: z.nullable(z.string()),
  }),
});

/** One file on its way to a message; it waits under a lease until a message or a draft claims it. */
export const uploadReplyFile = endpoint({
  method: 'POST',
  path: '/api/compose/attachments',
  body: 'file',
  status: 201,
  input: z.strictObject({}),
  output: uploadedFile,
});

/** Keeps files alive while the message is still being written. */
export const renewReplyFiles = endpoint({
  method: 'POST',
  path: '/api/compose/attachments/renew',
  input: z.strictObject({ uploadIds: z.array(identifier).check(z.maxLength(limits.attachments)) }),
  output: z.object({ leaseEndsAt: z.string() }),
});

/** Copies one of the author's files that is not sent yet, for another draft: the copy waits under a lease as a file that was just uploaded does. */
export const copyReplyFile = endpoint({
  method: 'POST',
  path: '/api/compose/attachments/:uploadId/copy',
  status: 201,
  input: z.strictObject({ uploadId: identifier }),
  output: uploadedFile,
});

/** Throws a file that no draft holds away; what is not there any more is no error. */
export const discardReplyFile = endpoint({
  method: 'DELETE',
  path: '/api/compose/attachments/:uploadId',
  input: z.strictObject({ uploadId: identifier }),
  output: z.object({}),
});

const accepted = z.object({ messageId: identifier, acceptedAt: z.string(), recipientCount: z.number() });

const revision = z.int().check(z.minimum(0));

const written = {
  /** Also the id of the draft, if there is one: a message and its draft are the same thing at two times. */
  sendKey: identifier,
  html: z.string(),
  attachments: z.array(attachmentOfMessage),
  /** The draft as the page last saved or read it, 0 for none: a draft that another window changed meanwhile is not thrown away. */
  draftRevision: z._default(revision, 0),
};

/** Answers a message: its sender, or everybody it was openly sent to. The same `sendKey` with the same content gives the same answer, with other
 *  content it is refused. */
export const sendReply = endpoint({
  method: 'POST',
  path: '/api/compose/replies',
  status: 201,
  maxBytes: limits.messageRequestBytes,
  input: z.strictObject({
    ...written,
    /** The message that is answered, as an entry of the author's own inbox. */
    deliveryId: identifier,
    isToAll: z._default(z.boolean(), false),
    /** Whether the answered message stands below the answer. */
    hasQuote: z._default(z.boolean(), false),
  }),
  output: accepted,
});

/** Sends a new message to people inside the organisation, and to nobody else. */
export const sendNew = endpoint({
  method: 'POST',
  path: '/api/compose/messages',
  status: 201,
  maxBytes: limits.messageRequestBytes,
  input: z.strictObject({
    ...written,
    to: z.array(emailAddress).check(z.minLength(1)),
    subject: oneLine(limits.subjectCharacters),
  }),
  output: accepted,
});

export const draftKinds = ['reply', 'reply-all', 'new'] as const;
export type DraftKind = (typeof draftKinds)[number];

const draftSummary = {
  draftId: identifier,
  kind: z.enum(draftKinds),
  /** The answered message, as an entry of the author's inbox. */
  deliveryId: z.nullable(identifier),
  to: z.array(z.string()),
  subject: z.string(),
  updatedAt: z.string(),
};

const draftEntry = z.object({ ...draftSummary, preview: z.string(), attachmentCount: z.number() });
export type DraftEntry = z.output<typeof draftEntry>;

/** One page of the author's drafts, newest first; with `deliveryId` those that answer that message. */
export const listDrafts = endpoint({
  method: 'GET',
  path: '/api/compose/drafts',
  input: z.strictObject({
    cursor: z.optional(z.string().check(z.maxLength(200))),
    deliveryId: z.optional(identifier),
  }),
  output: z.object({ entries: z.array(draftEntry), nextCursor: z.nullable(z.string()) }),
});

const draftFile = z.object({
  uploadId: identifier,
  name: z.string(),
  contentType: z.string(),
  contentId: z.nullable(z.string()),
  size: z.number(),
});

/** A draft in full. */
export const readDraft = endpoint({
  method: 'GET',
  path: '/api/compose/drafts/:draftId',
  input: z.strictObject({ draftId: identifier }),
  output: z.object({ ...draftSummary, revision, html: z.string(), hasQuote: z.boolean(), attachments: z.array(draftFile) }),
});
export type SavedDraft = z.output<typeof readDraft.output>;

/** Saves a draft if it still is at `revision` (0: it is new), else answers `draft_changed`; from then on it holds its files. */
export const saveDraft = endpoint({
  method: 'POST',
  path: '/api/compose/drafts/:draftId',
  maxBytes: limits.messageRequestBytes,
  input: z.strictObject({
    draftId: identifier,
    revision,
    kind: z.enum(draftKinds),
    deliveryId: z.nullable(identifier),
    to: z.array(emailAddress).check(z.maxLength(limits.recipients)),
    subject: oneLine(limits.subjectCharacters),
    html: z.string(),
    hasQuote: z.boolean(),
    attachments: z.array(attachmentOfMessage).check(z.maxLength(limits.attachments)),
  }),
  output: z.object({ revision, updatedAt: z.string() }),
});

/** Throws a draft and its files away; what is not there any more is no error. */
export const discardDraft = endpoint({
  method: 'DELETE',
  path: '/api/compose/drafts/:draftId',
  input: z.strictObject({ draftId: identifier }),
  output: z.object({}),
});
