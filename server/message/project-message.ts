import { isInlinePicture } from '../../contract/raster-picture.ts';
import type { Context } from '../context.ts';
import { openAccountKey, sealSummary, type DeliverySummary } from '../security/delivery-summary.ts';
import { type MessageContent, unsealMessageContent, unsealSubject } from '../security/message-content.ts';
import { openAccount } from '../security/open-account.ts';
import { hashEntry, mostBodyWords, type SearchedEntry, searchKeyOf } from '../security/search-words.ts';
import { hashSent, sentSearchKey } from '../security/sent-words.ts';
import { findAccount } from '../store/accounts.ts';
import { listEntriesFrom, writeIfNewer } from '../store/deliveries.ts';
import type { MessageDocument, MessageRecipient } from '../store/message-document.ts';
import { bindAccount, findAccepted, markReplied, settleProjection } from '../store/messages.ts';
import { listOwed, oweMail, type OwedMail } from '../store/outbox.ts';
import { sentAtOf } from '../store/sent-at-of.ts';
import { bodyWords } from './body-words.ts';
import { copiesOwed } from './copies-owed.ts';
import { mailsOwedFor, temporaryPasswordMails } from './mails-owed.ts';

const DAY_MS = 24 * 3_600_000;

/** Makes everything that follows from a message document: accounts, mailbox entries, mails owed. Done again, or by two servers at once, it
 *  leaves the same; an older version never overwrites a newer one. */
export async function projectMessage(messageId: string, context: Context): Promise<void> {
  const message = await findAccepted(messageId);
  if (!message) return;
  const failures: unknown[] = [];
  const unbound = message.recipients.filter(({ route, accountId }) => route === 'portal' && accountId === null);
  await forEach(unbound, failures, (recipient) => bindRecipient(messageId, recipient, context));
  const bound = unbound.length === 0 ? message : ((await findAccepted(messageId)) ?? message);
  const projection = await beginProjection(bound, context);
  await forEach(bound.recipients, failures, (recipient) => projectRecipient(recipient, projection));
  await projectAuthor(projection);
  // Still owed, so that it is tried again; the other recipients have theirs.
  if (failures.length > 0) throw new AggregateError(failures, 'some recipients of a message could not be projected');
  await settleProjection(bound, await wordsForSender(bound, context));
}

/** A message on its way into what follows from it, and what of that is there already. */
interface Projection {
  readonly message: MessageDocument;
  readonly context: Context;
  /** What was written and the words of its body, read once and only if an entry is to be made of it. */
  readonly content: () => Promise<ProjectedContent>;
  /** Entries of this version or a newer one: nothing older is ever written over them. */
  readonly currentEntries: ReadonlySet<string>;
  /** Mails that were owed before; a row stays as long as its message. */
  readonly owedBefore: ReadonlySet<string>;
}

interface ProjectedContent extends MessageContent {
  readonly bodyWords: ReadonlySet<string>;
}

/** Two questions about everything spare most messages two writes for each recipient: an opening or a failed mail changes no entry. */
async function beginProjection(message: MessageDocument, context: Context): Promise<Projection> {
  const { recipients, author, version } = message;
  const deliveryIds = [
    ...recipients.map(({ deliveryId }) => deliveryId),
    ...(author.deliveryId === null ? [] : [author.deliveryId]),
  ];
  const mails = recipients.flatMap((recipient) => [
    ...mailsOwedFor(recipient, message),
    ...temporaryPasswordMails(recipient, message),
  ]);
  const [currentEntries, owedBefore] = await Promise.all([
    listEntriesFrom(deliveryIds, version),
    listOwed([...mails, ...copiesOwed(message)].map(({ _id }) => _id)),
  ]);
  let content: Promise<ProjectedContent> | null = null;
  return { message, context, currentEntries, owedBefore, content: () => (content ??= readContent(message, context)) };
}

async function readContent(message: MessageDocument, { keys }: Context): Promise<ProjectedContent> {
  const content = await unsealMessageContent(message, keys);
  return { ...content, bodyWords: await bodyWords(content.html, mostBodyWords) };
}

async function oweUnlessOwed(mail: OwedMail, { owedBefore, context }: Projection): Promise<void> {
  if (!owedBefore.has(mail._id)) await oweMail(mail, context.clock.now());
}

/** One after the other; a failure is kept and does not hold up the rest. */
async function forEach<Item>(items: readonly Item[], failures: unknown[], work: (item: Item) => Promise<void>): Promise<void> {
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
}

async function bindRecipient(
  messageId: string,
  { deliveryId, address, name }: MessageRecipient,
  context: Context,
): Promise<void> {
  const account = await openAccount(address, name, context);
  await bindAccount(messageId, deliveryId, account._id);
}

async function projectRecipient(recipient: MessageRecipient, projection: Projection): Promise<void> {
  const { accountId, deliveryId, route } = recipient;
  if (accountId !== null) await writeEntry({ folder: 'inbox', deliveryId, accountId, recipient }, projection);
  else if (route === 'portal') return;
  for (const mail of mailsOwedFor(recipient, projection.message)) await oweUnlessOwed(mail, projection);
  await oweTemporaryPassword(recipient, projection);
}

/** Who comes in by a temporary password is owed one with a message; whether one is still needed is looked up when the mail leaves. */
async function oweTemporaryPassword(recipient: MessageRecipient, projection: Projection): Promise<void> {
  const { message, context, owedBefore } = projection;
  if (recipient.accountId === null || context.config.ENROLMENT !== 'temporary-password') return;
  const mails = temporaryPasswordMails(recipient, message).filter(({ _id }) => !owedBefore.has(_id));
  if (mails.length === 0) return;
  const account = await findAccount(recipient.accountId);
  if (account?.passwordHash !== null) return;
  for (const mail of mails) await oweMail(mail, context.clock.now());
}

/** The author's own copy in Sent, and the fact that the answered message was answered; for staff, copies by mail. */
async function projectAuthor(projection: Projection): Promise<void> {
  const { message } = projection;
  for (const copy of copiesOwed(message)) await oweUnlessOwed(copy, projection);
  const { kind, id: accountId, deliveryId } = message.author;
  if (kind !== 'account' || deliveryId === null) return;
  await writeEntry({ folder: 'sent', deliveryId, accountId, recipient: null }, projection);
  if (message.inReplyTo !== null) await markReplied(message.inReplyTo, accountId, sentAtOf(message));
}

/** By what a member of staff finds the message among those they sent; an account has an entry of its own for that. */
async function wordsForSender(message: MessageDocument, { keys }: Context): Promise<readonly string[] | null> {
  const { author, recipients } = message;
  if (author.kind !== 'staff') return null;
  return hashSent({ subject: await unsealSubject(message, keys), people: recipients }, sentSearchKey(author.id, keys));
}

interface Entry {
  readonly folder: 'inbox' | 'sent';
  readonly deliveryId: string;
  readonly accountId: string;
  readonly recipient: MessageRecipient | null;
}

async function writeEntry({ folder, deliveryId, accountId, recipient }: Entry, projection: Projection): Promise<void> {
  if (projection.currentEntries.has(deliveryId)) return;
  const { message, context } = projection;
  const account = await findAccount(accountId);
  // Deleted since: what belonged to it is gone, and nothing is written for it any more.
  if (!account) return;
  const accountKey = await openAccountKey(account, context.keys);
  const content = await projection.content();
  const summary = summarise(message, content, deliveryId);
  await writeIfNewer({
    _id: deliveryId,
    accountId,
    messageId: message._id,
    threadId: message.threadId,
    role: folder === 'inbox' ? 'reader' : 'author',
    folder,
    deletedAt: null,
    isUnread: folder === 'inbox',
    sentAt: sentAtOf(message),
    expiresAt: recipient?.expiresAt ?? null,
    recalledAt: recipient?.recalledAt ?? null,
    moreTimeAskedAt: recipient?.moreTimeAskedAt ?? null,
    sealedSummary: sealSummary(summary, deliveryId, accountKey),
    words: await hashEntry(searchedEntry(summary, content), searchKeyOf(accountKey)),
    version: message.version,
    isReminderOwed: folder === 'inbox' && recipient !== null && hasTimeToForget(recipient, message, context),
  });
}

/** Whether the end is far enough from the last notification that somebody may have forgotten it when they are to be reminded. */
function hasTimeToForget(
  { expiresAt, moreTimeGivenAt, notifiedAgainAt }: MessageRecipient,
  message: MessageDocument,
  { config }: Context,
) {
  if (expiresAt === null) return false;
  const told = [sentAtOf(message), moreTimeGivenAt, notifiedAgainAt].map((at) => at?.getTime() ?? 0);
  return expiresAt.getTime() - Math.max(...told) > config.REMINDER_DAYS * DAY_MS;
}

/** Nobody learns of a Bcc but its own reader and the author. */
function summarise(message: MessageDocument, content: ProjectedContent, deliveryId: string): DeliverySummary {
  const isAuthors = message.author.deliveryId === deliveryId;
  const shown = message.recipients.filter((other) => isAuthors || other.kind !== 'bcc' || other.deliveryId === deliveryId);
  return {
    sender: { address: message.author.address, name: message.author.name },
    recipients: shown.map(({ address, name }) => ({ address, name })),
    subject: content.subject,
    attachmentCount: filesOf(content).length,
    isUndelivered: isAuthors && message.recipients.some(({ bouncedAt }) => bouncedAt !== null),
  };
}

/** What the entry shows, the body and the names of the files: nobody finds a message by somebody they may not see. */
function searchedEntry(
  { sender, recipients, subject, attachmentCount }: DeliverySummary,
  content: ProjectedContent,
): SearchedEntry {
  return {
    from: `${sender.name} ${sender.address}`,
    to: recipients.map(({ name, address }) => `${name} ${address}`).join(' '),
    subject,
    files: filesOf(content)
      .map(({ name }) => name)
      .join(' '),
    hasAttachment: attachmentCount > 0,
    bodyWords: content.bodyWords,
  };
}

const filesOf = ({ attachments }: MessageContent) => attachments.filter((attachment) => !isInlinePicture(attachment));
