import type { OutputOf } from '../../contract/endpoint.ts';
import { type BounceReason, bounceReasons, type readSent } from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { type AttachmentContent, unsealMessageContent, unsealSubject } from '../security/message-content.ts';
import type { MessageRecipient } from '../store/message-document.ts';
import { findAccepted, type MessageOutline } from '../store/messages.ts';
import { listMailOf, type OutboxDocument } from '../store/outbox.ts';
import { sentAtOf } from '../store/sent-at-of.ts';
import { listSignInFailures, type SignInFailures } from '../store/sign-in-failures.ts';

type Tracked = OutputOf<typeof readSent>;
type TrackedRecipient = Tracked['recipients'][number];

interface Facts {
  readonly message: MessageOutline;
  readonly files: readonly AttachmentContent[];
  /** Mails to recipients that are still tried, by delivery. */
  readonly waiting: ReadonlyMap<string, OutboxDocument>;
  readonly failures: ReadonlyMap<string, SignInFailures>;
}

/** A message as its sender is told of it: subject, people and what has happened, never the text. */
export async function describeSent(message: MessageOutline, { keys }: Context): Promise<Tracked> {
  const [subject, files, mails, failures] = await Promise.all([
    message.state === 'purged' ? '' : unsealSubject(message, keys),
    filesSaved(message, keys),
    listMailOf(message._id),
    listSignInFailures(message.recipients.map(({ address }) => address)),
  ]);
  const facts: Facts = {
    message,
    files,
    waiting: new Map(mails.filter(isTriedAgain).map((mail) => [mail.deliveryId ?? '', mail])),
    failures: new Map(failures.map((one) => [one._id, one])),
  };
  return {
    messageId: message._id,
    isPurged: message.state === 'purged',
    subject,
    sentAt: sentAtOf(message).toISOString(),
    recipients: message.recipients.map((recipient) => describeRecipient(recipient, facts)),
  };
}

/** The files of a message, once somebody has saved one: their names stand in what is sealed with the text, and a live list asks every few seconds. */
async function filesSaved({ _id, recipients }: MessageOutline, keys: Context['keys']): Promise<readonly AttachmentContent[]> {
  const isSaved = recipients.some(({ downloads }) => Object.keys(downloads).length > 0);
  const message = isSaved ? await findAccepted(_id) : null;
  return message ? (await unsealMessageContent(message, keys)).attachments : [];
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
    downloads: downloadsOf(recipient, facts),
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

function downloadsOf({ downloads }: MessageRecipient, { files }: Facts): TrackedRecipient['downloads'] {
  return files.flatMap(({ attachmentId, name }) => {
    const fact = downloads[attachmentId];
    return fact ? [{ name, firstAt: fact.firstAt.toISOString(), lastAt: fact.lastAt.toISOString(), count: fact.count }] : [];
  });
}

function failuresOf({ address }: MessageRecipient, { failures, message }: Facts): TrackedRecipient['failedSignIns'] {
  const sentAt = sentAtOf(message);
  const since = (failures.get(address)?.times ?? []).filter((time) => time >= sentAt);
  const last = since.at(-1);
  return last ? { count: since.length, lastAt: last.toISOString() } : null;
}
