import { type DraftKind, type SavedDraft, listDrafts, readDraft } from '../../contract/compose.ts';
import { call } from '../api.ts';
import { isCode } from '../../screen/is-code.ts';
import { type WrittenDraft, emptyDraft } from './written-draft.ts';

/** The newest draft that answers a message in this way, or null. @throws CallError */
export async function loadAnswer(deliveryId: string, kind: DraftKind): Promise<WrittenDraft | null> {
  const { entries } = await call(listDrafts, { deliveryId });
  const found = entries.find((entry) => entry.kind === kind);
  return found ? loadDraft(found.draftId) : null;
}

/** A draft as it was last saved, or null. @throws CallError */
export async function loadDraft(draftId: string): Promise<WrittenDraft | null> {
  const saved = await readIfThere(draftId);
  return saved && fromSaved(saved);
}

/** A draft as the server has it, or null. @throws CallError */
export async function readIfThere(draftId: string): Promise<SavedDraft | null> {
  try {
    return await call(readDraft, { draftId });
  } catch (failure) {
    if (isCode(failure, 'draft_not_found')) return null;
    throw failure;
  }
}

function fromSaved({ draftId, attachments, updatedAt, ...saved }: SavedDraft): WrittenDraft {
  return emptyDraft({
    ...saved,
    sendKey: draftId,
    save: { kind: 'saved', at: updatedAt },
    files: attachments.map(({ uploadId, name, contentType, size }) => ({
      key: uploadId,
      ...{ name, contentType, size, file: null, state: { kind: 'ready', uploadId } },
    })),
  });
}
