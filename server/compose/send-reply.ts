import type * as compose from '../../contract/compose.ts';
import type { ParsedInputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { type Accepted, acceptMessage, messageIdOf } from '../message/accept-message.ts';
import { fileBytesBeside } from '../message/mail-size.ts';
import { plainTextAsHtml } from '../message/plain-text-as-html.ts';
import { whyNotReadable } from '../message/why-not-readable.ts';
import { unsealMessageContent } from '../security/message-content.ts';
import { type AccountDocument, findAccount } from '../store/accounts.ts';
import { findOwnDelivery } from '../store/deliveries.ts';
import type { MessageDocument } from '../store/message-document.ts';
import { findAccepted } from '../store/messages.ts';
import { findIfReadable, type Reader } from '../store/readings.ts';
import { accountOwner } from './upload-reply-file.ts';

type ReplyInput = ParsedInputOf<typeof compose.sendReply>;

/** Answers the sender of a message that the caller may read and may answer; it reaches the sender as a mail inside the organisation.
 *  @throws message_not_found, message_expired, message_recalled, reply_not_allowed, body_too_large, message_too_large and those of acceptMessage */
export async function sendReply(input: ReplyInput, caller: Recipient, context: Context): Promise<Accepted> {
  const { config, keys } = context;
  const html = plainTextAsHtml(input.text);
  if (Buffer.byteLength(html) > limits.messageHtmlBytes)
    throw new AppError('body_too_large', { limit: limits.messageHtmlBytes, fields: ['text'] });
  const [author, answered] = await Promise.all([findAccount(caller.accountId), findAnswered(input, caller, context)]);
  if (!author) throw new AppError('not_signed_in');
  const { subject } = await unsealMessageContent(answered, keys);
  const { address, name } = answered.author;
  return acceptMessage(
    {
      author: {
        kind: 'account',
        id: author._id,
        address: author.address,
        name: nameIn(answered, author),
        deliveryId: sentEntryOf(input, author, context),
      },
      owner: accountOwner(caller),
      sendKey: input.sendKey,
      recipients: [{ address, name, kind: 'to', route: 'mail' }],
      subject: asReply(subject),
      html,
      attachments: input.attachments,
      maxAttachmentsBytes: Math.min(config.MAX_REPLY_ATTACHMENTS_BYTES, fileBytesBeside(html, 'text', config)),
      expiresInDays: null,
      policy: { allowReply: true, allowReplyAll: true, allowPrint: true, allowDownload: true },
      answers: { messageId: answered._id, threadId: answered.threadId },
    },
    context,
  );
}

/** The message behind the caller's entry, as long as it may be read and answered. */
async function findAnswered(
  { deliveryId, sendKey }: ReplyInput,
  { accountId }: Recipient,
  context: Context,
): Promise<MessageDocument> {
  const delivery = await findOwnDelivery(deliveryId, accountId);
  if (delivery?.role !== 'reader') throw new AppError('message_not_found');
  const reader = { messageId: delivery.messageId, deliveryId, accountId };
  const now = context.clock.now();
  const message = (await findIfReadable(reader, now)) ?? (await findIfReplied(reader, sendKey, context));
  if (!message) throw await whyNotReadable(reader, now);
  if (!message.policy.allowReply || message.author.kind !== 'staff') throw new AppError('reply_not_allowed');
  return message;
}

/** The message if this very reply to it was accepted already: a retry gets its answer, whatever has become of the message since. */
async function findIfReplied(
  { messageId, accountId }: Reader,
  sendKey: string,
  context: Context,
): Promise<MessageDocument | null> {
  const reply = await findAccepted(messageIdOf(accountId, sendKey, context));
  return reply?.inReplyTo === messageId ? findAccepted(messageId) : null;
}

/** The entry in Sent that a reply makes: always the same for the same send key, so that a retry makes no second one. */
function sentEntryOf({ sendKey }: ReplyInput, { _id }: AccountDocument, { keys }: Context): string {
  return keys.hash('sent-entry', _id, sendKey).subarray(0, 16).toString('base64url');
}

/** The author's name as the answered message addressed them, else as the account knows it. */
function nameIn({ recipients }: MessageDocument, { _id, name }: AccountDocument): string {
  return recipients.find((recipient) => recipient.accountId === _id)?.name || name;
}

function asReply(subject: string): string {
  const reply = /^re:/i.test(subject) ? subject : `Re: ${subject}`;
  return [...reply].slice(0, limits.subjectCharacters).join('');
}
