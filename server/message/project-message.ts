import { isInlinePicture } from '../../contract/raster-picture.ts';
import type { Context } from '../context.ts';
import { openAccountKey, sealSummary, type DeliverySummary } from '../security/delivery-summary.ts';
import { type MessageContent, unsealMessageContent } from '../security/message-content.ts';
import { openAccount } from '../security/open-account.ts';
import { hashEntry, mostBodyWords, type SearchedEntry, searchKeyOf } from '../security/search-words.ts';
import { hashSent, sentSearchKey } from '../security/sent-words.ts';
import { findAccount } from '../store/accounts.ts';
import { writeIfNewer } from '../store/deliveries.ts';
import type { MessageDocument, MessageRecipient } from '../store/message-document.ts';
import { bindAccount, findAccepted, markReplied, settleProjection } from '../store/messages.ts';
import { oweMail } from '../store/outbox.ts';
import { bodyWords } from './body-words.ts';
import { copiesOwed } from './copies-owed.ts';

/** Makes everything that follows from a message document: accounts, mailbox entries, mails owed. Done again, or by two servers at once, it
 *  leaves the same; an older version never overwrites a newer one. */
export async function projectMessage(messageId: string, context: Context): Promise<void> {
  const message = await findAccepted(messageId);
  if (!message) return;
  const failures: unknown[] = [];
  const unbound = message.recipients.filter(({ route, accountId }) => route === 'portal' && accountId === null);
  await forEach(unbound, failures, (recipient) => bindRecipient(messageId, recipient, context));
  const bound = (await findAccepted(messageId)) ?? message;
  const content = await readContent(bound, context);
  await forEach(bound.recipients, failures, (recipient) => projectRecipient(bound, recipient, content, context));
  await projectAuthor(bound, content, context);
  // Still owed, so that it is tried again; the other recipients have theirs.
  if (failures.length > 0) throw new AggregateError(failures, 'some recipients of a message could not be projected');
  await settleProjection(messageId, bound.version, await wordsForSender(bound, content, context));
}

/** What was written, and the words of its body for whoever may search them. */
interface ProjectedContent extends MessageContent {
  readonly bodyWords: ReadonlySet<string>;
}

async function readContent(message: MessageDocument, { keys }: Context): Promise<ProjectedContent> {
  const content = await unsealMessageContent(message, keys);
  return { ...content, bodyWords: await bodyWords(content.html, mostBodyWords) };
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

async function projectRecipient(
  message: MessageDocument,
  recipient: MessageRecipient,
  content: ProjectedContent,
  context: Context,
): Promise<void> {
  if (recipient.accountId !== null) {
    await writeEntry(
      { message, folder: 'inbox', deliveryId: recipient.deliveryId, accountId: recipient.accountId, recipient, content },
      context,
    );
  } else if (recipient.route === 'portal') return;
  await oweMail(mailOwedTo(recipient, message), context.clock.now());
  if (recipient.moreTimeGivenAt) await oweMail(tellingMail(recipient, recipient.moreTimeGivenAt, message), context.clock.now());
  if (recipient.moreTimeAskedAt) await oweMail(askingMail(recipient, recipient.moreTimeAskedAt, message), context.clock.now());
  if (message.wantsReceipt && recipient.openings.firstAt) await oweMail(receiptMail(recipient, message), context.clock.now());
  await oweTemporaryPassword(recipient, message, context);
}

/** Who comes in by a temporary password is owed one with a message; whether one is still needed is looked up when the mail leaves. */
async function oweTemporaryPassword(
  { accountId, deliveryId, address }: MessageRecipient,
  { _id: messageId, version }: MessageDocument,
  { config, clock }: Context,
): Promise<void> {
  if (accountId === null || config.ENROLMENT !== 'temporary-password') return;
  const account = await findAccount(accountId);
  if (account?.passwordHash !== null) return;
  const mail = { kind: 'temporary-password', route: 'relay', reason: 'message-sent' } as const;
  await oweMail(
    { _id: `temporary-password:${deliveryId}`, ...mail, messageId, deliveryId, accountId, address, version },
    clock.now(),
  );
}

/** The author's own copy in Sent, and the fact that the answered message was answered; for staff, copies by mail. */
async function projectAuthor(message: MessageDocument, content: ProjectedContent, context: Context): Promise<void> {
  for (const mail of copiesOwed(message)) await oweMail(mail, context.clock.now());
  const { kind, id: accountId, deliveryId } = message.author;
  if (kind !== 'account' || deliveryId === null) return;
  await writeEntry({ message, folder: 'sent', deliveryId, accountId, recipient: null, content }, context);
  if (message.inReplyTo !== null) await markReplied(message.inReplyTo, accountId, message.acceptedAt ?? message.createdAt);
}

/** By what a member of staff finds the message among those they sent; an account has an entry of its own for that. */
async function wordsForSender(
  { author, recipients }: MessageDocument,
  { subject }: MessageContent,
  { keys }: Context,
): Promise<readonly string[] | null> {
  return author.kind === 'staff' ? hashSent({ subject, people: recipients }, sentSearchKey(author.id, keys)) : null;
}

interface Entry {
  readonly message: MessageDocument;
  readonly folder: 'inbox' | 'sent';
  readonly deliveryId: string;
  readonly accountId: string;
  readonly recipient: MessageRecipient | null;
  readonly content: ProjectedContent;
}

async function writeEntry(
  { message, folder, deliveryId, accountId, recipient, content }: Entry,
  { keys }: Context,
): Promise<void> {
  const account = await findAccount(accountId);
  // Deleted since: what belonged to it is gone, and nothing is written for it any more.
  if (!account) return;
  const accountKey = await openAccountKey(account, keys);
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
    sentAt: message.acceptedAt ?? message.createdAt,
    expiresAt: recipient?.expiresAt ?? null,
    recalledAt: recipient?.recalledAt ?? null,
    moreTimeAskedAt: recipient?.moreTimeAskedAt ?? null,
    sealedSummary: sealSummary(summary, deliveryId, accountKey),
    words: await hashEntry(searchedEntry(summary, content), searchKeyOf(accountKey)),
    version: message.version,
    isReminderOwed: folder === 'inbox' && Boolean(recipient?.expiresAt),
  });
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

/** One mail for each recipient: the notification, or inside the organisation the message itself. */
export function mailOwedTo({ deliveryId, address, route, accountId }: MessageRecipient, message: MessageDocument) {
  const about = {
    messageId: message._id,
    deliveryId,
    address,
    version: message.version,
    ...(accountId === null ? {} : { accountId }),
  };
  return route === 'portal'
    ? { ...about, _id: `notification:${deliveryId}`, kind: 'notification' as const, route: 'relay' as const }
    : { ...about, _id: `message:${deliveryId}`, kind: 'message' as const, route: 'organisation' as const };
}

/** The first opening by a recipient is one mail, however often it is opened. */
function receiptMail({ deliveryId }: MessageRecipient, { _id: messageId, author }: MessageDocument) {
  const kind = 'opened' as const;
  return { _id: `${kind}:${deliveryId}`, kind, route: 'organisation' as const, address: author.address, messageId, deliveryId };
}

/** Each time a reader who had no time left is given some, they are notified again. */
function tellingMail(recipient: MessageRecipient, givenAt: Date, message: MessageDocument) {
  const mail = mailOwedTo(recipient, message);
  return { ...mail, _id: `${mail._id}:extended:${givenAt.getTime()}` };
}

/** Each time a reader asks for more time is a mail of its own. */
function askingMail({ deliveryId }: MessageRecipient, askedAt: Date, { _id, author }: MessageDocument) {
  const route = author.kind === 'staff' ? ('organisation' as const) : ('relay' as const);
  const kind = 'more-time-asked' as const;
  return { _id: `${kind}:${deliveryId}:${askedAt.getTime()}`, kind, route, address: author.address, messageId: _id, deliveryId };
}
