import type { OutputOf } from '../../contract/endpoint.ts';
import { type BounceReason, bounceReasons, type readSent } from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { type MessageContent, unsealMessageContent } from '../security/message-content.ts';
import type { MessageDocument, MessageRecipient } from '../store/message-document.ts';
import { listMailOf, type OutboxDocument } from '../store/outbox.ts';
import { listSignInFailures, type SignInFailures } from '../store/sign-in-failures.ts';

type Tracked = OutputOf<typeof readSent>;
type TrackedRecipient = Tracked['recipients'][number];

const NOTHING_KEPT: MessageContent = { subject: '', html: '', attachments: [] };

interface Facts {
  readonly message: MessageDocument;
  readonly content: MessageContent;
  /** Mails to recipients that are still tried, by delivery. */
  readonly waiting: ReadonlyMap<string, OutboxDocument>;
  readonly failures: ReadonlyMap<string, SignInFailures>;
}

/** A message as its sender is told of it: subject, people and what has happened, never the text. */
export async function describeSent(message: MessageDocument, { keys }: Context): Promise<Tracked> {
  const [content, mails, failures] = await Promise.all([
    message.state === 'purged' ? NOTHING_KEPT : unsealMessageContent(message, keys),
    listMailOf(message._id),
    listSignInFailures(message.recipients.map(({ address }) => address)),
  ]);
  const facts: Facts = {
    message,
    content,
    waiting: new Map(mails.filter(isTriedAgain).map((mail) => [mail.deliveryId ?? '', mail])),
    failures: new Map(failures.map((one) => [one._id, one])),
  };
  return {
    messageId: message._id,
    isPurged: message.state === 'purged',
    subject: content.subject,
    sentAt: (message.acceptedAt ?? message.createdAt).toISOString(),
    recipients: message.recipients.map((recipient) => describeRecipient(recipient, facts)),
  };
}

const isTriedAgain = ({ kind, state, lastError }: OutboxDocument) =>
  (kind === 'notification' || kind === 'message') && state === 'due' && lastError !== null;

const moment = (date: Date | null | undefined) => date?.toISOString() ?? null;

function describeRecipient(recipient: MessageRecipient, facts: Facts): TrackedRecipient {
  const { deliveryId, address, name, kind, route } = recipient;
  return {
    ...{ deliveryId, address, name, kind, route },
    expiresAt: route === 'portal' ? moment(recipient.expiresAt) : null,
    recalledAt: moment(recipient.recalledAt),
    notifiedAt: moment(recipient.notifiedAt),
    nextTryAt: moment(facts.waiting.get(deliveryId)?.dueAt),
    delayedAt: delayOf(recipient),
    bouncedAt: moment(recipient.bouncedAt),
    bounceReason: recipient.bouncedAt === null ? null : reasonOf(recipient),
    firstOpenedAt: moment(recipient.openings.firstAt),
    lastOpenedAt: moment(recipient.openings.lastAt),
    downloads: downloadsOf(recipient, facts.content),
    repliedAt: moment(recipient.repliedAt),
    moreTimeAskedAt: moment(recipient.moreTimeAskedAt),
    failedSignIns: failuresOf(recipient, facts),
  };
}

/** What was late and arrived or came back is late no more. */
function delayOf({ delayedAt, bouncedAt, openings }: MessageRecipient): string | null {
  return bouncedAt || openings.firstAt ? null : moment(delayedAt);
}

function reasonOf({ bounceReason }: MessageRecipient): BounceReason {
  return bounceReasons.find((known) => known === bounceReason) ?? 'unclear';
}

function downloadsOf({ downloads }: MessageRecipient, { attachments }: MessageContent): TrackedRecipient['downloads'] {
  return attachments.flatMap(({ attachmentId, name }) => {
    const fact = downloads[attachmentId];
    return fact ? [{ name, firstAt: fact.firstAt.toISOString(), lastAt: fact.lastAt.toISOString(), count: fact.count }] : [];
  });
}

function failuresOf({ address }: MessageRecipient, { failures, message }: Facts): TrackedRecipient['failedSignIns'] {
  const known = failures.get(address);
  if (!known || known.lastAt < (message.acceptedAt ?? message.createdAt)) return null;
  return { count: known.count, lastAt: known.lastAt.toISOString() };
}
