import { CallError } from '../../contract/call.ts';
import { type DraftKind, type SavedDraft, listDrafts, readDraft } from '../../contract/compose.ts';
import { call } from '../api.ts';
import { type WrittenDraft, emptyDraft } from './kept-drafts.ts';

/** The newest draft that answers a message in this way, or null. @throws CallError */
export async function loadAnswer(deliveryId: string, kind: DraftKind): Promise<WrittenDraft | null> {
  const { entries } = await call(listDrafts, { deliveryId });
  const found = entries.find((entry) => entry.kind === kind);
  return found ? loadDraft(found.draftId) : null;
}

/** A draft as it was last saved, or null. @throws CallError */
export async function loadDraft(draftId: string): Promise<WrittenDraft | null> {
  try {
    return fromSaved(await call(readDraft, { draftId }));
  } catch (failure) {
    if (failure instanceof CallError && failure.code === 'draft_not_found') return null;
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
