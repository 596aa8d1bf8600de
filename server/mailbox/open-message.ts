import type { OutputOf } from '../../contract/endpoint.ts';
import type * as mailbox from '../../contract/mailbox.ts';
import type { Context } from '../context.ts';
import type { Recipient } from '../http/who.ts';
import { participantsOf } from '../message/participants-of.ts';
import { readableQuotesOf, withQuotes } from '../security/quotes-of.ts';
import { whyNotReadable } from '../message/why-not-readable.ts';
import { type MessageContent, unsealMessageContent } from '../security/message-content.ts';
import { markRead } from '../store/deliveries.ts';
import type { MessageDocument, MessageRecipient } from '../store/message-document.ts';
import { findOwn, openIfReadable } from '../store/readings.ts';
import { sentAtOf } from '../store/sent-at-of.ts';
import { findReader, type OwnEntry } from './find-reader.ts';

type Opened = OutputOf<typeof mailbox.openMessage>;

/** Opens an entry of the caller's mailbox: permission and the record of the opening are one update. A message the caller wrote is shown without
 *  a record. @throws message_not_found, message_expired, message_recalled */
export async function openMessage({ deliveryId }: { deliveryId: string }, caller: Recipient, context: Context): Promise<Opened> {
  const entry = await findReader(deliveryId, caller);
  const message = await openEntry(entry, context);
  const content = await unsealMessageContent(message, context.keys);
  const quotes = await readableQuotesOf(message, entry.accountId, context);
  return describeMessage(message, entry, { ...content, html: withQuotes(content.html, quotes) }, quotes.length > 0);
}

async function openEntry(entry: OwnEntry, { clock, ...context }: Context): Promise<MessageDocument> {
  if (entry.role === 'author') {
    const own = await findOwn(entry.messageId, entry.accountId);
    if (!own) throw await whyNotReadable(entry, clock.now());
    return own;
  }
  const now = clock.now();
  const message = await openIfReadable(entry, now);
  if (!message) throw await whyNotReadable(entry, now);
  if (message.isProjectionOwed) context.wakeWorker();
  await markRead(entry.deliveryId, entry.accountId);
  return message;
}

/** Bcc is shown to nobody: each of them learns from their own entry that the message is theirs. */
function describeMessage(message: MessageDocument, entry: OwnEntry, content: MessageContent, isQuoting: boolean): Opened {
  const own = message.recipients.find((recipient) => recipient.deliveryId === entry.deliveryId);
  const people = (kind: MessageRecipient['kind']) =>
    message.recipients.filter((recipient) => recipient.kind === kind).map(({ address, name }) => ({ address, name }));
  return {
    deliveryId: entry.deliveryId,
    folder: entry.folder,
    sender: { address: message.author.address, name: message.author.name },
    to: people('to'),
    cc: people('cc'),
    subject: content.subject,
    html: content.html,
    sentAt: sentAtOf(message).toISOString(),
    expiresAt: own?.expiresAt?.toISOString() ?? null,
    attachments: content.attachments.map((attachment) => ({ ...attachment })),
    undelivered: entry.role === 'author' ? unreached(message) : [],
    ...answersAllowed(message, entry),
    // Whatever it quotes was sent with the same rights.
    mayPrint: message.policy.allowPrint || (entry.role === 'author' && !isQuoting),
    mayDownload: entry.role === 'author' || message.policy.allowDownload,
  };
}

type Answers = Pick<Opened, 'mayReply' | 'mayReplyAll' | 'others'>;

function answersAllowed(message: MessageDocument, { role, accountId }: OwnEntry): Answers {
  const mayReply = role === 'reader' && message.policy.allowReply;
  const { others } = participantsOf(message, accountId);
  const mayReplyAll = mayReply && message.policy.allowReplyAll && others.length > 0;
  return { mayReply, mayReplyAll, others: mayReplyAll ? others.map(({ address, name }) => ({ address, name })) : [] };
}

function unreached({ recipients }: MessageDocument): Opened['undelivered'] {
  return recipients.filter(({ bouncedAt }) => bouncedAt !== null).map(({ address, name }) => ({ address, name }));
}
