import type { Context } from '../context.ts';
import type { Recipient } from '../http/who.ts';
import { messageIdOf } from '../message/accept-message.ts';
import { deleteDraft } from '../store/drafts.ts';
import { releaseDraftFiles } from './release-draft-files.ts';

/** Throws one of the caller's drafts away with its files; one that is not there is no error. */
export async function discardDraft(
  { draftId }: { draftId: string },
  { accountId }: Recipient,
  context: Context,
): Promise<Record<string, never>> {
  const draft = await deleteDraft(messageIdOf(accountId, draftId, context), accountId);
  if (draft) await releaseDraftFiles(draft._id, draft.uploadIds);
  return {};
}
