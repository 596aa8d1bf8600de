import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { identifier } from './identifier.ts';

const person = z.object({ address: z.string(), name: z.string() });

const entry = z.object({
  deliveryId: identifier,
  sender: person,
  recipients: z.array(person),
  subject: z.string(),
  sentAt: z.string(),
  expiresAt: z.nullable(z.string()),
  attachmentCount: z.number(),
  isUnread: z.boolean(),
  /** `expired` and `recalled`: it stays in the list and cannot be opened. */
  state: z.enum(['readable', 'expired', 'recalled']),
});
export type MailboxEntry = z.output<typeof entry>;

export const folders = ['inbox', 'sent'] as const;
export type Folder = (typeof folders)[number];

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
    sender: person,
    to: z.array(person),
    cc: z.array(person),
    subject: z.string(),
    /** The body as it was written: hostile until it has passed the two fences of the reading pane. */
    html: z.string(),
    sentAt: z.string(),
    expiresAt: z.nullable(z.string()),
    attachments: z.array(attachment),
    mayReply: z.boolean(),
    mayPrint: z.boolean(),
    mayDownload: z.boolean(),
  }),
});
export type OpenedMessage = z.output<typeof openMessage.output>;

const ofAttachment = z.strictObject({ deliveryId: identifier, attachmentId: identifier });

/** The bytes of an attachment, as a download; records it before the first byte. */
export const downloadAttachment = endpoint({
  method: 'GET',
  path: '/api/mailbox/deliveries/:deliveryId/attachments/:attachmentId',
  answer: 'bytes',
  input: ofAttachment,
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
