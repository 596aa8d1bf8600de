import { CallError } from '../../contract/call.ts';
import { discardDraft, sendNew, sendReply } from '../../contract/compose.ts';
import { call } from '../api.ts';
import { type WrittenDraft, changeDraft, dropDraft, findDraft, newSendKey } from './kept-drafts.ts';
import { attachmentsOf } from './save-draft.ts';

/** Sends a draft and forgets it; null when it was accepted, else why not. A key that already sent something else is given up, so that its
 *  owner, once told, may send this as well. */
export async function sendWritten(slot: string): Promise<unknown> {
  const draft = findDraft(slot);
  if (!draft) return null;
  try {
    await send(draft);
    dropDraft(slot);
    return null;
  } catch (failure) {
    if (failure instanceof CallError && failure.code === 'send_key_reused') {
      void call(discardDraft, { draftId: draft.sendKey }).catch(() => undefined);
      changeDraft(slot, (known) => ({ ...known, sendKey: newSendKey(), revision: 0, isDirty: true }));
    }
    if (failure instanceof CallError && failure.code === 'draft_changed')
      changeDraft(slot, (known) => ({ ...known, isDirty: true, save: { kind: 'changed' } }));
    return failure;
  }
}

function send(draft: WrittenDraft): Promise<unknown> {
  const { sendKey, kind, deliveryId, to, subject, html, hasQuote, revision } = draft;
  const written = { sendKey, html, attachments: attachmentsOf(draft), draftRevision: revision };
  if (kind === 'new' || deliveryId === null) return call(sendNew, { ...written, to: [...to], subject });
  return call(sendReply, { ...written, deliveryId, isToAll: kind === 'reply-all', hasQuote });
}
