import type * as compose from '../../contract/compose.ts';
import type { ParsedInputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { type Accepted, type Draft, messageIdOf } from '../message/accept-message.ts';
import { participantsOf } from '../message/participants-of.ts';
import { whyNotReadable } from '../message/why-not-readable.ts';
import { unsealMessageContent } from '../security/message-content.ts';
import type { AccountDocument } from '../store/accounts.ts';
import { findOwnDelivery } from '../store/deliveries.ts';
import type { MessageDocument } from '../store/message-document.ts';
import { findAccepted, listAcceptedOutlines } from '../store/messages.ts';
import { findIfReadable, type Reader } from '../store/readings.ts';
import { findAuthor } from './find-author.ts';
import { quoteMessage } from './quote-message.ts';
import { sendWritten } from './send-written.ts';

type ReplyInput = ParsedInputOf<typeof compose.sendReply>;

/** Answers a message that the caller may read and may answer. Whom it reaches stands in the answered message, never in the request: its sender, and for
 *  all its open recipients; inside the organisation as a mail, outside it in the portal.
 *  @throws message_not_found, message_expired, message_recalled, reply_not_allowed and those of sendWritten */
export async function sendReply(input: ReplyInput, caller: Recipient, context: Context): Promise<Accepted> {
  const [author, answered] = await Promise.all([findAuthor(caller), findAnswered(input, caller, context)]);
  const { allowReply, allowReplyAll } = answered.policy;
  if (!allowReply || (input.isToAll && !allowReplyAll)) throw new AppError('reply_not_allowed');
  const content = await unsealMessageContent(answered, context.keys);
  const { sendKey, draftRevision, html, attachments } = input;
  const mayQuote = input.hasQuote && context.config.QUOTE_ORIGINAL;
  return sendWritten(
    {
      author,
      authorName: nameIn(answered, author),
      sendKey,
      draftRevision,
      recipients: await recipientsOf(answered, input, author, context),
      subject: asReply(content.subject),
      html,
      hasQuote: input.hasQuote,
      quotes: mayQuote ? await quoteMessage(answered, content, author._id, context) : [],
      attachments,
      // What its quote shows keeps the rights of the original.
      policy: answered.policy,
      answers: { messageId: answered._id, threadId: answered.threadId },
    },
    caller,
    context,
  );
}

/** Who gets the answer. A retry of one to all has those it was accepted for, whoever was taken from the answered message or added to it since. */
async function recipientsOf(
  answered: MessageDocument,
  { isToAll, sendKey }: ReplyInput,
  { _id }: AccountDocument,
  context: Context,
): Promise<Draft['recipients']> {
  const { sender, others } = participantsOf(answered, _id);
  if (!isToAll) return [sender];
  const [reply] = await listAcceptedOutlines([messageIdOf(_id, sendKey, context)]);
  const wasToAll = reply?.inReplyTo === answered._id && reply.recipients.length > 1;
  if (!wasToAll) return [sender, ...others];
  return reply.recipients.map(({ address, name, kind, route }) => ({ address, name, kind, route }));
}

/** The message behind the caller's entry, as long as it may be read. */
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

/** The author's name as the answered message addressed them, else as the account knows it. */
function nameIn({ recipients }: MessageDocument, { _id, name }: AccountDocument): string {
  return recipients.find((recipient) => recipient.accountId === _id)?.name || name;
}

function asReply(subject: string): string {
  const reply = /^(?:re|aw):/i.test(subject) ? subject : `Re: ${subject}`;
  return [...reply].slice(0, limits.subjectCharacters).join('');
}
