import * as z from 'zod/mini';
import { emailAddress, oneLine } from './address.ts';
import { endpoint } from './endpoint.ts';
import { identifier } from './identifier.ts';
import { limits } from './limits.ts';
import { attachmentOfMessage, uploadedFile } from './upload.ts';

const recipient = z.strictObject({
  address: emailAddress,
  name: z._default(oneLine(limits.personNameCharacters), ''),
  kind: z.enum(['to', 'cc', 'bcc']),
});

const options = z.strictObject({
  /** null: readable until it is recalled. */
  expiresInDays: z.nullable(z.int().check(z.minimum(limits.expiresInDays.minimum), z.maximum(limits.expiresInDays.maximum))),
  allowReply: z.boolean(),
  allowReplyAll: z._default(z.boolean(), true),
  allowPrint: z._default(z.boolean(), true),
  allowDownload: z._default(z.boolean(), true),
  /** The sender is told by mail when a recipient opens the message for the first time. */
  readReceipt: z._default(z.boolean(), false),
});

/** The options that an organisation can decide for its staff. */
export const ruledOptions = [
  'expiresInDays',
  'allowReply',
  'allowReplyAll',
  'allowPrint',
  'allowDownload',
  'readReceipt',
] as const;
export type RuledOption = (typeof ruledOptions)[number];

/** The organisation's rules that the pane shows and the server enforces. Sizes in bytes. */
export const readSendPolicy = endpoint({
  method: 'GET',
  path: '/api/send/policy',
  input: z.strictObject({}),
  output: z.object({
    organisationName: z.string(),
    organisationDomains: z.array(z.string()),
    /** The addresses that may stand in From, the person's own first. */
    senders: z.array(z.string()),
    maxAttachmentsBytes: z.number(),
    maxInsideBytes: z.number(),
    maxExpiresInDays: z.number(),
    mayNeverExpire: z.boolean(),
    /** What stands before the subject of secure mails inside the organisation; may be empty. */
    subjectTag: z.string(),
    defaults: options,
    /** What of `defaults` nobody may change. */
    fixed: z.array(z.enum(ruledOptions)),
  }),
});

/** One file on its way to a message; it waits under a lease until a message claims it. */
export const uploadAttachment = endpoint({
  method: 'POST',
  path: '/api/send/attachments',
  body: 'file',
  status: 201,
  input: z.strictObject({}),
  output: uploadedFile,
});

/** Keeps uploads alive while the pane still works on the message. */
export const renewUploads = endpoint({
  method: 'POST',
  path: '/api/send/attachments/renew',
  input: z.strictObject({ uploadIds: z.array(identifier).check(z.maxLength(limits.attachments)) }),
  output: z.object({ leaseEndsAt: z.string() }),
});

/** Throws an upload away; what is not there any more is no error. */
export const discardUpload = endpoint({
  method: 'DELETE',
  path: '/api/send/attachments/:uploadId',
  input: z.strictObject({ uploadId: identifier }),
  output: z.object({}),
});

/** `sha256` in lower-case hex, as whoever sends computed it: a file that arrived otherwise is refused. */
const attachment = z.extend(attachmentOfMessage, {
  sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});

const accepted = z.object({ messageId: identifier, acceptedAt: z.string(), recipientCount: z.number() });

/** Accepts a message for its recipients. The same `sendKey` with the same content gives the same answer, with other content it is refused. */
export const sendMessage = endpoint({
  method: 'POST',
  path: '/api/send/messages',
  status: 201,
  maxBytes: limits.messageRequestBytes,
  input: z.strictObject({
    sendKey: identifier,
    from: emailAddress,
    recipients: z.array(recipient).check(z.minLength(1)),
    subject: oneLine(limits.subjectCharacters),
    html: z.string(),
    attachments: z.array(attachment),
    options,
    /** The Message-ID of the mail that this message answers, as Outlook names it; one of ours joins the two in a conversation. */
    inReplyTo: z._default(z.nullable(z.string().check(z.maxLength(limits.messageIdCharacters))), null),
  }),
  output: accepted,
});

/** What became of a send whose answer was lost: `accepted` is null while no message was accepted under this key. */
export const findSend = endpoint({
  method: 'GET',
  path: '/api/send/messages/by-key/:sendKey',
  input: z.strictObject({ sendKey: identifier }),
  output: z.object({ accepted: z.nullable(accepted) }),
});
