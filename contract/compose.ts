import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { identifier } from './identifier.ts';
import { limits } from './limits.ts';
import { attachmentOfMessage, uploadedFile } from './upload.ts';

/** One file on its way to a reply; it waits under a lease until the reply claims it. */
export const uploadReplyFile = endpoint({
  method: 'POST',
  path: '/api/compose/attachments',
  body: 'file',
  status: 201,
  input: z.strictObject({}),
  output: uploadedFile,
});

/** Keeps files alive while the reply is still being written. */
export const renewReplyFiles = endpoint({
  method: 'POST',
  path: '/api/compose/attachments/renew',
  input: z.strictObject({ uploadIds: z.array(identifier).check(z.maxLength(limits.attachments)) }),
  output: z.object({ leaseEndsAt: z.string() }),
});

/** Throws a file of a reply away; what is not there any more is no error. */
export const discardReplyFile = endpoint({
  method: 'DELETE',
  path: '/api/compose/attachments/:uploadId',
  input: z.strictObject({ uploadId: identifier }),
  output: z.object({}),
});

/** Answers the sender of a message. The same `sendKey` with the same content gives the same answer, with other content it is refused. */
export const sendReply = endpoint({
  method: 'POST',
  path: '/api/compose/replies',
  status: 201,
  maxBytes: limits.messageRequestBytes,
  input: z.strictObject({
    sendKey: identifier,
    /** The message that is answered, as an entry of the author's own inbox. */
    deliveryId: identifier,
    text: z.string(),
    attachments: z.array(attachmentOfMessage),
  }),
  output: z.object({ messageId: identifier, acceptedAt: z.string(), recipientCount: z.number() }),
});
