import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { folders } from './folders.ts';
import { identifier } from './identifier.ts';
import { limits } from './limits.ts';

const person = z.object({ address: z.string(), name: z.string() });

export type Folder = (typeof folders)[number];

const entry = z.object({
  deliveryId: identifier,
  folder: z.enum(folders),
  /** Whether the reader wrote it, whatever the folder. */
  isOwn: z.boolean(),
  sender: person,
  recipients: z.array(person),
  subject: z.string(),
  sentAt: z.string(),
  expiresAt: z.nullable(z.string()),
  attachmentCount: z.number(),
  isUnread: z.boolean(),
  /** A message of the reader's own that did not reach somebody. */
  isUndelivered: z.boolean(),
  /** `expired` and `recalled`: it stays in the list and cannot be opened. */
  state: z.enum(['readable', 'expired', 'recalled']),
  /** It ended so long ago that its content is gone for good: asking for more time brings nothing back. */
  isRemoved: z.boolean(),
  /** Since when it can no longer be read. */
  endedAt: z.nullable(z.string()),
  /** When its reader last asked the sender for more time. */
  moreTimeAskedAt: z.nullable(z.string()),
});
export type MailboxEntry = z.output<typeof entry>;

/** One page of a folder, newest first, continued by `cursor`. A page costs the same in a mailbox of 10 and of 1,000,000. */
export const listDeliveries = endpoint({
  method: 'GET',
  path: '/api/mailbox/:folder/deliveries',
  input: z.strictObject({ folder: z.enum(folders), cursor: z.optional(z.string().check(z.maxLength(200))) }),
  output: z.object({
    entries: z.array(entry),
    nextCursor: z.nullable(z.string()),
    /** Unread entries of the inbox, counted up to 100 (shown as 99+). */
    unreadCount: z.number(),
  }),
});

/** One line of the mailbox, for whoever comes by a link. */
export const readEntry = endpoint({
  method: 'GET',
  path: '/api/mailbox/deliveries/:deliveryId',
  input: z.strictObject({ deliveryId: identifier }),
  output: entry,
});

/** What a page that stays open asks by itself, so that new mail appears without a reload. The session does not live any longer for it. */
export const readNews = endpoint({
  method: 'GET',
  path: '/api/mailbox/news',
  input: z.strictObject({}),
  output: z.object({
    /** The newest entry of the inbox. */
    newestId: z.nullable(identifier),
    /** As `listDeliveries` counts. */
    unreadCount: z.number(),
  }),
});

export const deliveryChanges = ['delete', 'restore', 'read', 'unread'] as const;
export type DeliveryChange = (typeof deliveryChanges)[number];

/** Changes entries of the caller's own mailbox: moves them to Deleted or back to their own folder, or marks them. What is deleted is gone for good
 *  after `limits.deletedDays`. Ids that are not the caller's, like unknown ones, are passed over. Done again it changes nothing more. */
export const changeDeliveries = endpoint({
  method: 'POST',
  path: '/api/mailbox/changes',
  input: z.strictObject({
    deliveryIds: z.array(identifier).check(z.minLength(1), z.maxLength(limits.deliveriesAtOnce)),
    change: z.enum(deliveryChanges),
  }),
  output: z.object({
    /** Those that are now as was asked, whoever made them so. */
    deliveryIds: z.array(identifier),
    unreadCount: z.number(),
  }),
});

/** Asks the sender of a message that has expired or was recalled for more time, by mail; once a day, asking again answers when it was asked. What
 *  is gone for good answers `message_expired`. */
export const askForMoreTime = endpoint({
  method: 'POST',
  path: '/api/mailbox/deliveries/:deliveryId/more-time',
  input: z.strictObject({ deliveryId: identifier }),
  output: z.object({ askedAt: z.string() }),
});

const words = z.optional(z.string());
/** As `Date.toISOString` writes it. */
const moment = z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)));

/** What to search for; all that is given must hold. Words are found whole, beside the body from three letters on. */
export const searchCriteria = z.strictObject({
  /** Words anywhere in the message. */
  text: words,
  from: words,
  to: words,
  subject: words,
  body: words,
  attachmentName: words,
  hasAttachment: z.optional(z.boolean()),
  isUnread: z.optional(z.boolean()),
  /** From this moment on. */
  sentAfter: moment,
  /** Up to this moment, itself left out. */
  sentBefore: moment,
  /** Without it, and without `sentAfter`, the last twelve months are searched. */
  isOlderIncluded: z.optional(z.boolean()),
  /** Without it the inbox and what was sent. */
  folder: z.optional(z.enum(folders)),
});
export type SearchCriteria = z.output<typeof searchCriteria>;

/** Searches the mailbox, newest first. One call looks at a bounded number of entries, so it may answer fewer than a page, or none, and still have a
 *  `nextCursor` to go on from. A POST, since what is searched for must not stand in an address. */
export const searchDeliveries = endpoint({
  method: 'POST',
  path: '/api/mailbox/searches',
  input: z.extend(searchCriteria, { cursor: z.optional(z.string().check(z.maxLength(200))) }),
  output: z.object({
    entries: z.array(entry),
    nextCursor: z.nullable(z.string()),
    /** How far back it looked; null once everything that was asked for was looked at. */
    searchedUntil: z.nullable(z.string()),
    /** Whether there are messages from before the twelve months that were searched. */
    hasOlder: z.boolean(),
  }),
});
export type SearchPage = z.output<typeof searchDeliveries.output>;

const attachment = z.object({
  attachmentId: identifier,
  name: z.string(),
  size: z.number(),
  contentType: z.string(),
  /** Set on a picture that the body shows itself as `cid:`. */
  contentId: z.nullable(z.string()),
});
export type MessageAttachment = z.output<typeof attachment>;

/** Opens a message: records the opening and answers its content. Refused once it is recalled or has expired. */
export const openMessage = endpoint({
  method: 'POST',
  path: '/api/mailbox/deliveries/:deliveryId/open',
  input: z.strictObject({ deliveryId: identifier }),
  output: z.object({
    deliveryId: identifier,
    /** Where the reader keeps it. */
    folder: z.enum(folders),
    sender: person,
    to: z.array(person),
    cc: z.array(person),
    subject: z.string(),
    /** The body as it was written: hostile until it has passed the two fences of the reading pane. */
    html: z.string(),
    sentAt: z.string(),
    expiresAt: z.nullable(z.string()),
    attachments: z.array(attachment),
    /** Whom the reader's own message could not be delivered to. */
    undelivered: z.array(person),
    mayReply: z.boolean(),
    /** Whether the answer may also go to the others it was sent to; false where there are none. */
    mayReplyAll: z.boolean(),
    /** Whom an answer to all reaches beside the sender. */
    others: z.array(person),
    mayPrint: z.boolean(),
    mayDownload: z.boolean(),
  }),
});
export type OpenedMessage = z.output<typeof openMessage.output>;

/** The other messages of a conversation in the reader's own Inbox and Sent, newest first, as far as a page of them goes. */
export const readThread = endpoint({
  method: 'GET',
  path: '/api/mailbox/deliveries/:deliveryId/thread',
  input: z.strictObject({ deliveryId: identifier }),
  output: z.object({ entries: z.array(entry) }),
});

const ofAttachment = z.strictObject({ deliveryId: identifier, attachmentId: identifier });

/** The bytes of an attachment, as a download; records it before the first byte. */
export const downloadAttachment = endpoint({
  method: 'GET',
  path: '/api/mailbox/deliveries/:deliveryId/attachments/:attachmentId',
  answer: 'bytes',
  input: ofAttachment,
  output: z.object({}),
});

const ofDelivery = z.strictObject({ deliveryId: identifier });

/** Whether files of this message may be saved now: answers or refuses as the download itself would, and records nothing. A page asks before a
 *  download, which could only show the browser's own words for a failure. */
export const checkDownload = endpoint({
  method: 'GET',
  path: '/api/mailbox/deliveries/:deliveryId/download',
  input: ofDelivery,
  output: z.object({}),
});

/** Every file of a message in one zip; each is recorded as downloaded before its first byte. */
export const downloadAll = endpoint({
  method: 'GET',
  path: '/api/mailbox/deliveries/:deliveryId/attachments.zip',
  answer: 'bytes',
  input: ofDelivery,
  output: z.object({}),
});

/** The whole message as one mail file (RFC 5322): people, texts, inline pictures, files; each file is recorded as downloaded before its first
 *  byte. */
export const saveMessage = endpoint({
  method: 'GET',
  path: '/api/mailbox/deliveries/:deliveryId/message.eml',
  answer: 'bytes',
  input: ofDelivery,
  output: z.object({}),
});

/** The bytes of a picture that the body shows (`contentId` set, raster types only); records nothing. */
export const readInlinePicture = endpoint({
  method: 'GET',
  path: '/api/mailbox/deliveries/:deliveryId/pictures/:attachmentId',
  answer: 'bytes',
  input: ofAttachment,
  output: z.object({}),
});
