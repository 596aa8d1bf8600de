import type * as compose from '../../contract/compose.ts';
import type { ParsedInputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { messageIdOf } from '../message/accept-message.ts';
import { missingFiles } from '../message/missing-files.ts';
import { leaseEnd } from '../message/store-upload.ts';
import { openAccountKey } from '../security/delivery-summary.ts';
import { type DraftFile, sealDraftContent, sealDraftSummary } from '../security/draft-content.ts';
import type { AccountDocument } from '../store/accounts.ts';
import { deleteDraft, deleteIfRevision, type DraftDocument, insertDraftUnlessKnown, replaceIfRevision } from '../store/drafts.ts';
import { findAccepted } from '../store/messages.ts';
import { claimForDraft } from '../store/uploads.ts';
import { findAuthor } from './find-author.ts';
import { requireDraftRoom } from './require-draft-room.ts';
import { releaseDraftFiles } from './release-draft-files.ts';
import { accountOwner } from './upload-reply-file.ts';

type DraftInput = ParsedInputOf<typeof compose.saveDraft>;

const PREVIEW_CHARACTERS = 160;

/** Saves a draft with its files under the caller's account; the files are claimed before they are listed, so that none is lost in between.
 *  @throws draft_changed, too_many_drafts, upload_not_found, body_too_large */
export async function saveDraft(
  input: DraftInput,
  caller: Recipient,
  context: Context,
): Promise<{ revision: number; updatedAt: string }> {
  if (Buffer.byteLength(input.html) > limits.messageHtmlBytes)
    throw new AppError('body_too_large', { limit: limits.messageHtmlBytes, fields: ['html'] });
  const author = await findAuthor(caller);
  const messageId = messageIdOf(author._id, input.draftId, context);
  const size = { bytes: Buffer.byteLength(input.html), revision: input.revision + 1 };
  await requireDraftRoom({ _id: messageId, accountId: author._id, ...size }, null);
  const files = await claimFiles(input, messageId, caller, context);
  const draft = await buildDraft(input, messageId, files, author, context);
  await (input.revision === 0 ? insert(draft) : replace(draft, input.revision));
  return { revision: draft.revision, updatedAt: draft.updatedAt.toISOString() };
}

async function claimFiles(
  { attachments }: DraftInput,
  messageId: string,
  caller: Recipient,
  { clock }: Context,
): Promise<DraftFile[]> {
  if (attachments.length === 0) return [];
  const ids = attachments.map(({ uploadId }) => uploadId);
  const held = await claimForDraft(accountOwner(caller), ids, messageId, leaseEnd(clock.now()));
  const sizes = new Map(held.map(({ _id, size }) => [_id, size]));
  const fields = missingFiles(ids, sizes);
  if (fields.length > 0) throw new AppError('upload_not_found', { fields });
  return attachments.map((attachment) => ({ ...attachment, size: sizes.get(attachment.uploadId) ?? 0 }));
}

async function buildDraft(
  { draftId, deliveryId, revision, kind, to, subject, html, hasQuote }: DraftInput,
  messageId: string,
  attachments: DraftFile[],
  author: AccountDocument,
  { keys, clock }: Context,
): Promise<DraftDocument> {
  const accountKey = await openAccountKey(author, keys);
  const summary = { kind, to, subject, preview: previewOf(html), attachmentCount: attachments.length };
  return {
    _id: messageId,
    accountId: author._id,
    draftId,
    deliveryId,
    revision: revision + 1,
    updatedAt: clock.now(),
    bytes: Buffer.byteLength(html),
    uploadIds: attachments.map(({ uploadId }) => uploadId),
    sealedSummary: sealDraftSummary(summary, messageId, accountKey),
    sealedContent: sealDraftContent({ kind, to, subject, html, hasQuote, attachments }, messageId, accountKey),
  };
}

/** A draft saved for the first time after its message was sent, by an answer that was late, must not come back. */
async function insert(draft: DraftDocument): Promise<void> {
  if (!(await insertDraftUnlessKnown(draft))) throw new AppError('draft_changed');
  if (await findAccepted(draft._id)) {
    await deleteDraft(draft._id, draft.accountId);
    throw new AppError('draft_changed');
  }
  await requireDraftRoom(draft, 0).catch(async (error: unknown) => {
    if (error instanceof AppError) await deleteIfRevision(draft._id, draft.accountId, draft.revision);
    throw error;
  });
}

async function replace(draft: DraftDocument, revision: number): Promise<void> {
  const before = await replaceIfRevision(draft, revision);
  if (!before) throw new AppError('draft_changed');
  await requireDraftRoom(draft, before.bytes).catch(async (error: unknown) => {
    if (error instanceof AppError) await replaceIfRevision(before, draft.revision);
    throw error;
  });
  await releaseDraftFiles(
    draft._id,
    before.uploadIds.filter((uploadId) => !draft.uploadIds.includes(uploadId)),
  );
}

/** The first words, read from the page by the next look at the list; tags are cut out, never trusted. */
function previewOf(html: string): string {
  const words = html
    .slice(0, 4000)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
  return [...words].slice(0, PREVIEW_CHARACTERS).join('');
}
