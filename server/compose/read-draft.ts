import type * as compose from '../../contract/compose.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { messageIdOf } from '../message/accept-message.ts';
import { openAccountKey } from '../security/delivery-summary.ts';
import { unsealDraftContent } from '../security/draft-content.ts';
import { findDraft } from '../store/drafts.ts';
import { findAuthor } from './find-author.ts';

/** One of the caller's drafts in full. @throws draft_not_found */
export async function readDraft(
  { draftId }: { draftId: string },
  caller: Recipient,
  context: Context,
): Promise<OutputOf<typeof compose.readDraft>> {
  const author = await findAuthor(caller);
  const draft = await findDraft(messageIdOf(author._id, draftId, context), author._id);
  if (!draft) throw new AppError('draft_not_found');
  const content = unsealDraftContent(draft.sealedContent, draft._id, await openAccountKey(author, context.keys));
  const { deliveryId, revision, updatedAt } = draft;
  const { to, attachments, ...rest } = content;
  return {
    ...rest,
    to: [...to],
    attachments: [...attachments],
    draftId,
    deliveryId,
    revision,
    updatedAt: updatedAt.toISOString(),
  };
}
