import { CallError } from '../../contract/call.ts';
import { sendReply } from '../../contract/compose.ts';
import { call } from '../api.ts';
import { type ReplyDraft, changeDraft, dropDraft, newSendKey, readDraft } from './reply-drafts.ts';

/** Sends a draft and forgets it; null when it was accepted, else why not. A key that already sent something else is given up, so that its
 *  owner, once told, may send this as well. */
export async function sendDraft(draftId: string, deliveryId: string): Promise<unknown> {
  try {
    await call(sendReply, contentOf(readDraft(draftId), deliveryId));
    dropDraft(draftId);
    return null;
  } catch (failure) {
    if (failure instanceof CallError && failure.code === 'send_key_reused') {
      changeDraft(draftId, (draft) => ({ ...draft, sendKey: newSendKey() }));
    }
    return failure;
  }
}

function contentOf({ sendKey, text, files }: ReplyDraft, deliveryId: string) {
  const attachments = files.flatMap(({ file, state }) =>
    state.kind === 'ready'
      ? [{ uploadId: state.uploadId, name: file.name, contentType: file.type || 'application/octet-stream', contentId: null }]
      : [],
  );
  return { sendKey, deliveryId, text, attachments };
}
