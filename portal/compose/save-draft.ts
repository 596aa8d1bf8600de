import { CallError } from '../../contract/call.ts';
import { saveDraft } from '../../contract/compose.ts';
import { call } from '../api.ts';
import { type WrittenDraft, changeDraft, findDraft, isEmpty } from './kept-drafts.ts';
import { uploadAgain } from './upload-files.ts';

const saving = new Map<string, Promise<void>>();

/** Saves a draft if there is something new in it, one save after the other; how it went stands in the draft. A draft that another window has changed is
 *  not saved over. */
export function saveIfDirty(slot: string): Promise<void> {
  const turn = (saving.get(slot) ?? Promise.resolve()).then(() => save(slot));
  saving.set(slot, turn);
  return turn;
}

/** Waits for a save that is under way. */
export function whenSaved(slot: string): Promise<void> {
  return saving.get(slot) ?? Promise.resolve();
}

async function save(slot: string): Promise<void> {
  const draft = findDraft(slot);
  if (!draft || !draft.isDirty || draft.save.kind === 'changed' || (isEmpty(draft) && draft.revision === 0)) return;
  changeDraft(slot, (known) => ({ ...known, isDirty: false, save: { kind: 'saving' } }));
  try {
    const { revision, updatedAt } = await call(saveDraft, contentOf(draft));
    changeDraft(slot, (known) =>
      known.sendKey === draft.sendKey ? { ...known, revision, save: { kind: 'saved', at: updatedAt } } : known,
    );
  } catch (failure) {
    const isChanged = failure instanceof CallError && failure.code === 'draft_changed';
    changeDraft(slot, (known) => ({
      ...known,
      isDirty: true,
      save: isChanged ? { kind: 'changed' } : { kind: 'failed', failure },
    }));
    if (failure instanceof CallError && failure.code === 'upload_not_found') uploadAgain(slot, Infinity, true);
  }
}

function contentOf(draft: WrittenDraft) {
  const { sendKey, revision, kind, deliveryId, to, subject, html, hasQuote } = draft;
  return {
    draftId: sendKey,
    revision,
    kind,
    deliveryId,
    to: [...to],
    subject,
    html,
    hasQuote,
    attachments: attachmentsOf(draft),
  };
}

/** The files of a draft that have arrived, as a message names them. */
export function attachmentsOf({ files }: WrittenDraft) {
  return files.flatMap(({ name, contentType, state }) =>
    state.kind === 'ready' ? [{ uploadId: state.uploadId, name, contentType, contentId: null }] : [],
  );
}
