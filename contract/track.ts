import * as z from 'zod/mini';
import { emailAddress, oneLine } from './address.ts';
import { endpoint } from './endpoint.ts';
import { identifier } from './identifier.ts';
import { limits } from './limits.ts';

const moment = z.nullable(z.string());

/** Why a mail did not arrive, as far as the other mail servers said. */
export const bounceReasons = ['unknown-address', 'mailbox-full', 'refused', 'too-large', 'not-reachable', 'unclear'] as const;
export type BounceReason = (typeof bounceReasons)[number];

const download = z.object({ name: z.string(), firstAt: z.string(), lastAt: z.string(), count: z.number() });

const trackedRecipient = z.object({
  deliveryId: identifier,
  address: z.string(),
  name: z.string(),
  kind: z.enum(['to', 'cc', 'bcc']),
  /** `mail`: inside the organisation, has the message itself; nothing of it can be taken back. */
  route: z.enum(['portal', 'mail']),
  expiresAt: moment,
  recalledAt: moment,
  notifiedAt: moment,
  /** Set while a mail is tried again: when next. */
  nextTryAt: moment,
  /** When another mail server said that it keeps trying, while nothing more is known. */
  delayedAt: moment,
  bouncedAt: moment,
  bounceReason: z.nullable(z.enum(bounceReasons)),
  firstOpenedAt: moment,
  lastOpenedAt: moment,
  downloads: z.array(download),
  repliedAt: moment,
  moreTimeAskedAt: moment,
  /** Wrong passwords typed for this address since the message was sent, a hundred at most. */
  failedSignIns: z.nullable(z.object({ count: z.number(), lastAt: z.string() })),
});

const tracked = z.object({
  messageId: identifier,
  /** Its content is gone for good; subject and file names with it. */
  isPurged: z.boolean(),
  subject: z.string(),
  sentAt: z.string(),
  recipients: z.array(trackedRecipient),
});
export type TrackedMessage = z.output<typeof tracked>;

const sentEntry = z.object({
  messageId: identifier,
  isPurged: z.boolean(),
  subject: z.string(),
  sentAt: z.string(),
  /** The first few of `recipientCount`. An address that was corrected is in none of these: another stands in its place. */
  recipients: z.array(z.object({ address: z.string(), name: z.string() })),
  recipientCount: z.number(),
  /** Those who read in the portal: of a colleague's mail nobody knows whether it was read. */
  portalCount: z.number(),
  openedCount: z.number(),
  /** Of those from whom it was not recalled. */
  bouncedCount: z.number(),
  recalledCount: z.number(),
  /** Those of `portalCount` who got no notification that arrived, or from whom it was recalled. */
  unreachableCount: z.number(),
  /** Recipients who asked for more time and have not got it. */
  askedCount: z.number(),
});

export type SentEntry = z.output<typeof sentEntry>;

/** One page of the caller's own secure messages, newest first, continued by `cursor`. A page costs the same among 100 and among 100,000. */
export const listSent = endpoint({
  method: 'GET',
  path: '/api/track/messages',
  input: z.strictObject({ cursor: z.optional(z.string().check(z.maxLength(200))) }),
  output: z.object({ entries: z.array(sentEntry), nextCursor: z.nullable(z.string()) }),
});

/** One step of a search in what the caller sent: every word must stand in the subject or in a recipient's name or address, as a whole or, from three
 *  letters on, by its beginning. Newest first; fewer entries than a page do not mean the end, a null `nextCursor` does. */
export const searchSent = endpoint({
  method: 'POST',
  path: '/api/track/search',
  input: z.strictObject({ text: z.string(), cursor: z.optional(z.string().check(z.maxLength(200))) }),
  output: z.object({
    entries: z.array(sentEntry),
    nextCursor: z.nullable(z.string()),
    /** How far back it looked; null once everything was looked at. */
    searchedUntil: z.nullable(z.string()),
  }),
});

/** What has happened to one message of the caller's, recipient by recipient. */
export const readSent = endpoint({
  method: 'GET',
  path: '/api/track/messages/:messageId',
  input: z.strictObject({ messageId: identifier }),
  output: tracked,
});

/** Whom an action is for: some recipients by their deliveries, or null for all. */
const whom = z.nullable(z.array(identifier).check(z.minLength(1), z.maxLength(limits.recipients)));
const ofMessage = { messageId: identifier, deliveryIds: whom };

/** Takes the message back: from the next request on those recipients cannot open it. What they have read, saved or printed stays theirs, and so
 *  does a copy that went to a colleague by mail. */
export const recallMessage = endpoint({
  method: 'POST',
  path: '/api/track/messages/:messageId/recall',
  input: z.strictObject(ofMessage),
  output: tracked,
});

/** Lets those recipients read for so many days from now, or until it is recalled (null); what has expired can be read again. */
export const extendMessage = endpoint({
  method: 'POST',
  path: '/api/track/messages/:messageId/extend',
  input: z.strictObject({
    ...ofMessage,
    expiresInDays: z.nullable(z.int().check(z.minimum(limits.expiresInDays.minimum), z.maximum(limits.expiresInDays.maximum))),
  }),
  output: tracked,
});

/** Ends the time to read now, for those recipients. */
export const endMessage = endpoint({
  method: 'POST',
  path: '/api/track/messages/:messageId/end',
  input: z.strictObject(ofMessage),
  output: tracked,
});

/** Sends one recipient the notification again; asked twice within ten minutes it is one mail. */
export const sendAgain = endpoint({
  method: 'POST',
  path: '/api/track/messages/:messageId/notifications',
  input: z.strictObject({ messageId: identifier, deliveryId: identifier }),
  output: tracked,
});

/** Takes the message back from a wrong address and sends it to another one, in one step. */
export const correctAddress = endpoint({
  method: 'POST',
  path: '/api/track/messages/:messageId/corrections',
  input: z.strictObject({
    messageId: identifier,
    deliveryId: identifier,
    address: emailAddress,
    name: z._default(oneLine(limits.personNameCharacters), ''),
  }),
  output: tracked,
});
