import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { DataKey } from '../security/keys.ts';
import { type AttachmentContent, sealMessageContent, sealSubject } from '../security/message-content.ts';
import { randomId } from '../security/random-id.ts';
import { verificationCode, verificationHash } from '../security/verification-code.ts';
import { isDuplicateKey } from '../store/database.ts';
import type {
  MessageAuthor,
  MessageCopy,
  MessageDocument,
  MessageRecipient,
  StoredAttachment,
} from '../store/message-document.ts';
import { abandonIfPending, acceptIfPending, findMessageForGood, insertMessage } from '../store/messages.ts';
import { purgeAtOf } from '../store/purge-at.ts';
import { sentAtOf } from '../store/sent-at-of.ts';
import { claimUploads, forgetClaimed, type UploadDocument } from '../store/uploads.ts';
import { findUploads } from './find-uploads.ts';
import { messageDigest } from './message-digest.ts';
import { missingFiles } from './missing-files.ts';
import { safeContentType, safeFileName } from './safe-file-name.ts';
import { leaseEnd } from './store-upload.ts';

const DAY_MS = 24 * 3_600_000;

export interface DraftAttachment {
  readonly uploadId: string;
  readonly name: string;
  readonly contentType: string;
  readonly contentId: string | null;
  /** In lower-case hex, where the author computed it. */
  readonly sha256?: string | undefined;
}

/** A message as its author hands it in, already checked against policy. */
export interface Draft {
  readonly author: MessageAuthor;
  /** Whose uploads may be attached. */
  readonly owner: string;
  readonly sendKey: string;
  readonly recipients: readonly Pick<MessageRecipient, 'address' | 'name' | 'kind' | 'route'>[];
  readonly subject: string;
  readonly html: string;
  /** Whether its author wants the answered message below it; what of that could be had is in `quotes`. */
  readonly hasQuote?: boolean;
  readonly quotes?: MessageDocument['quotes'];
  readonly attachments: readonly DraftAttachment[];
  readonly maxAttachmentsBytes: number;
  /** null: never. */
  readonly expiresInDays: number | null;
  readonly policy: MessageDocument['policy'];
  /** The message that is answered, and its thread. */
  readonly answers: { readonly messageId: string; readonly threadId: string } | null;
  readonly wantsReceipt?: boolean;
  readonly copies?: readonly MessageCopy[];
}

/** What the author is told: the message is safe, and for how many it is. It never says "delivered". */
export interface Accepted {
  readonly messageId: string;
  readonly acceptedAt: string;
  readonly recipientCount: number;
}

/** The id of the message an author makes with a send key: the same key is the same message. */
export function messageIdOf(authorId: string, sendKey: string, { keys }: Pick<Context, 'keys'>): string {
  return keys.hash('message-id', authorId, sendKey).subarray(0, 16).toString('base64url');
}

/** Accepts a message wholly or not at all. The commit point is the one write that makes it `accepted`; asked again with the same send key and
 *  content it gives the same answer. @throws send_key_reused, upload_not_found, broken_upload, attachments_too_large, too_many_attachments */
export async function acceptMessage(draft: Draft, context: Context): Promise<Accepted> {
  if (draft.attachments.length > limits.attachments) throw new AppError('too_many_attachments', { limit: limits.attachments });
  const messageId = messageIdOf(draft.author.id, draft.sendKey, context);
  // Without files the insert itself tells whether the message is known, so a first send need not look before.
  if (draft.attachments.length === 0) {
    const message = await buildMessage(messageId, draft, [], context);
    if (await insertUnlessKnown(message)) return settled(message, context);
  }
  const known = await findMessageForGood(messageId);
  if (known) return resume(known, draft, context);
  const uploads = await findUploadsUnlessKnown(messageId, draft, context);
  if (uploads === null) return acceptMessage(draft, context);
  const message = await buildMessage(messageId, draft, uploads, context);
  if (!(await insertUnlessKnown(message))) return acceptMessage(draft, context);
  return message.state === 'accepted' ? settled(message, context) : claimAndAccept(message, draft, context);
}

/** Files that cannot be found may have become those of this very message a moment ago, by a parallel retry: then null. */
async function findUploadsUnlessKnown(
  messageId: string,
  draft: Draft,
  context: Context,
): Promise<readonly UploadDocument[] | null> {
  try {
    return await findUploads(draft, context);
  } catch (error) {
    if (error instanceof AppError && error.code === 'upload_not_found' && (await findMessageForGood(messageId))) return null;
    throw error;
  }
}

/** A retry: what was accepted is answered again, what is pending is brought to its end, or given up where its author says something else by now:
 *  nothing was sent under that key. */
async function resume(known: MessageDocument, draft: Draft, context: Context): Promise<Accepted> {
  const isSame = known.digest === messageDigest(draft, await fileDigests(known, draft, context), context);
  if (known.state === 'pending') {
    if (isSame) return claimAndAccept(known, draft, context);
    await abandonIfPending(known);
    return acceptMessage(draft, context);
  }
  if (!isSame) throw new AppError('send_key_reused');
  return settled(known, context);
}

/** The digests of the files a retry names: the message's own are known, even where their upload rows are gone by now. */
async function fileDigests(known: MessageDocument, draft: Draft, context: Context): Promise<readonly string[]> {
  const own = new Map(known.attachments.map(({ attachmentId, digest }) => [attachmentId, digest]));
  const uploads = await findUploads(draft, context, new Set(own.keys()));
  const digests = new Map([...own, ...uploads.map(({ _id, digest }): [string, string] => [_id, digest])]);
  return draft.attachments.map(({ uploadId }) => digests.get(uploadId) ?? '');
}

async function claimAndAccept(message: MessageDocument, draft: Draft, context: Context): Promise<Accepted> {
  const ids = message.attachments.map((attachment) => attachment.attachmentId);
  const claimed = await claimUploads(draft.owner, ids, message._id, leaseEnd(context.clock.now()));
  if (claimed.length !== ids.length) return lackFiles(message, draft, new Set(claimed.map(({ _id }) => _id)), context);
  const now = context.clock.now();
  const isAccepted = await acceptIfPending(message, now);
  // Either a parallel retry was faster, or the sweeper gave the message up: looking again tells.
  if (!isAccepted) return acceptMessage(draft, context);
  await forgetClaimed(ids, message._id);
  return settled({ ...message, acceptedAt: now }, context);
}

/** Files of an attempt cannot be had: a parallel retry has accepted it meanwhile, or they are gone, and the attempt goes too. A retry that brought
 *  files of its own begins again with those. */
async function lackFiles(
  attempt: MessageDocument,
  draft: Draft,
  claimed: ReadonlySet<string>,
  context: Context,
): Promise<Accepted> {
  const wasPending = await abandonIfPending(attempt);
  const ids = draft.attachments.map(({ uploadId }) => uploadId);
  const isOfDraft = ids.every((id) => attempt.attachments.some(({ attachmentId }) => attachmentId === id));
  if (wasPending && isOfDraft) throw new AppError('upload_not_found', { fields: missingFiles(ids, claimed) });
  return acceptMessage(draft, context);
}

function settled(message: MessageDocument, context: Context): Accepted {
  context.wakeWorker();
  return describeAccepted(message);
}

/** What the author of an accepted message is told. */
export function describeAccepted(message: MessageDocument): Accepted {
  return { messageId: message._id, acceptedAt: sentAtOf(message).toISOString(), recipientCount: message.recipients.length };
}

async function buildMessage(
  messageId: string,
  draft: Draft,
  uploads: readonly UploadDocument[],
  context: Context,
): Promise<MessageDocument> {
  const now = context.clock.now();
  const dataKey = await context.keys.newDataKey(messageId);
  const attachments = uploads.map((upload): StoredAttachment => {
    return { attachmentId: upload._id, size: upload.size, digest: upload.digest, key: upload.key };
  });
  const hasFiles = attachments.length > 0;
  const expiresAt = draft.expiresInDays === null ? null : new Date(now.getTime() + draft.expiresInDays * DAY_MS);
  const recipients = draft.recipients.map((recipient) => newRecipient(recipient, expiresAt, context));
  return {
    _id: messageId,
    state: hasFiles ? 'pending' : 'accepted',
    author: draft.author,
    digest: messageDigest(
      draft,
      attachments.map((attachment) => attachment.digest),
      context,
    ),
    threadId: draft.answers?.threadId ?? messageId,
    inReplyTo: draft.answers?.messageId ?? null,
    key: dataKey.wrapped,
    ...sealParts(messageId, draft, uploads, dataKey),
    recipients,
    attachments,
    policy: draft.policy,
    wantsReceipt: draft.wantsReceipt ?? false,
    copies: draft.copies ?? [],
    createdAt: now,
    acceptedAt: hasFiles ? null : now,
    version: 1,
    isProjectionOwed: !hasFiles,
    purgeAt: purgeAtOf({ author: draft.author, recipients, createdAt: now }),
  };
}

/** A recipient to whom nothing has happened yet. What goes as mail has no end: nobody can take it back. */
export function newRecipient(
  recipient: Draft['recipients'][number],
  expiresAt: Date | null,
  { keys }: Pick<Context, 'keys'>,
): MessageRecipient {
  const deliveryId = randomId();
  const nothingYet = { recalledAt: null, notifiedAt: null, bouncedAt: null, repliedAt: null, openings: {}, downloads: {} };
  const unread = { ...recipient, deliveryId, accountId: null, ...nothingYet };
  if (recipient.route === 'mail') return { ...unread, expiresAt: null };
  return { ...unread, expiresAt, verificationHash: verificationHash(verificationCode(deliveryId, keys), keys) };
}

function sealParts(messageId: string, draft: Draft, uploads: readonly UploadDocument[], dataKey: DataKey) {
  const attachments = draft.attachments.map(({ uploadId, name, contentType, contentId }, index): AttachmentContent => ({
    attachmentId: uploadId,
    name: safeFileName(name),
    size: uploads[index]?.size ?? 0,
    contentType: safeContentType(contentType),
    contentId,
  }));
  const { subject, html, quotes = [] } = draft;
  return {
    sealedContent: sealMessageContent({ subject, html, attachments }, messageId, dataKey),
    sealedSubject: sealSubject(subject, messageId, dataKey),
    ...(quotes.length > 0 ? { quotes } : {}),
  };
}

async function insertUnlessKnown(message: MessageDocument): Promise<boolean> {
  try {
    await insertMessage(message);
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}
