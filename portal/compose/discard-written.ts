import { discardDraft } from '../../contract/compose.ts';
import { call } from '../api.ts';
import { dropDraft, findDraft } from './kept-drafts.ts';
import { whenSaved } from './save-draft.ts';
import { removeFile } from './upload-files.ts';

/** Throws a draft away, here at once and on the server after a save that is under way, which would bring it back. */
export async function discardWritten(slot: string): Promise<void> {
  const draft = findDraft(slot);
  if (!draft) return;
  for (const file of draft.files) removeFile(slot, file);
  dropDraft(slot);
  await whenSaved(slot);
  await discardSaved(draft.sendKey);
}

/** Throws away what the server has of a draft; where that fails it stays in Drafts. */
export async function discardSaved(draftId: string): Promise<void> {
  await call(discardDraft, { draftId }).catch(() => undefined);
}
