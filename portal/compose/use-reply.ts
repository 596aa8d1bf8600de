import { useCallback, useEffect, useState } from 'react';
import { CallError } from '../../contract/call.ts';
import { sendReply } from '../../contract/compose.ts';
import { limits } from '../../contract/limits.ts';
import { call } from '../api.ts';
import { useSession } from '../session/use-session.ts';
import { type ReplyDraft, changeDraft, dropDraft, newSendKey, readDraft, useDraft } from './reply-drafts.ts';
import { addFiles, removeFile, uploadAgain } from './upload-reply-files.ts';

/** `waiting`: *Send* was pressed and files are still on their way. */
export type ReplyState =
  | { readonly kind: 'writing'; readonly problem: 'nothing' | 'files' | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed'; readonly failure: unknown };

const writing = { kind: 'writing', problem: null } as const;

/** Writes and sends one reply. What was uploaded and got lost is uploaded again; an ended session leads to signing in and back here. */
export function useReply(accountId: string, deliveryId: string, onSent: () => void) {
  const draftId = `${accountId}/${deliveryId}`;
  const draft = useDraft(draftId);
  const [state, setState] = useState<ReplyState>(writing);
  const { end } = useSession();
  const send = useCallback(async () => {
    setState({ kind: 'sending' });
    try {
      await call(sendReply, contentOf(readDraft(draftId), deliveryId));
      dropDraft(draftId);
      onSent();
    } catch (failure) {
      setState(afterFailure(failure, draftId));
      if (failure instanceof CallError && failure.code === 'not_signed_in') end();
    }
  }, [draftId, deliveryId, onSent, end]);
  useEffect(() => uploadAgain(draftId), [draftId]);
  useEffect(() => {
    if (state.kind !== 'waiting' || draft.files.some(isOnItsWay)) return;
    if (draft.files.some((file) => file.state.kind === 'failed')) setState({ kind: 'writing', problem: 'files' });
    else void send();
  }, [state.kind, draft.files, send]);
  return {
    draft,
    state,
    write: (text: string) => {
      setState(writing);
      changeDraft(draftId, (known) => ({ ...known, text }));
    },
    attach: (files: readonly File[]) => setState(attach(draftId, draft, files)),
    remove: (file: ReplyDraft['files'][number]) => removeFile(draftId, file),
    retryFiles: () => {
      setState(writing);
      uploadAgain(draftId);
    },
    send: () => setState(isEmpty(draft) ? { kind: 'writing', problem: 'nothing' } : { kind: 'waiting' }),
    discard: () => {
      for (const file of draft.files) removeFile(draftId, file);
      dropDraft(draftId);
    },
  };
}

const isOnItsWay = ({ state }: ReplyDraft['files'][number]) => state.kind === 'waiting' || state.kind === 'uploading';

/** Whether there is nothing in a reply. */
export function isEmpty({ text, files }: ReplyDraft): boolean {
  return text.trim() === '' && files.length === 0;
}

function attach(draftId: string, draft: ReplyDraft, files: readonly File[]): ReplyState {
  const size = [...draft.files.map(({ file }) => file), ...files].reduce((sum, file) => sum + file.size, 0);
  const limit = limits.portalAttachmentsBytes;
  if (size > limit) return { kind: 'failed', failure: new CallError('attachments_too_large', { limit }) };
  if (draft.files.length + files.length > limits.attachments) {
    return { kind: 'failed', failure: new CallError('too_many_attachments', { limit: limits.attachments }) };
  }
  addFiles(draftId, files);
  return writing;
}

function contentOf({ sendKey, text, files }: ReplyDraft, deliveryId: string) {
  const attachments = files.flatMap(({ file, state }) =>
    state.kind === 'ready'
      ? [{ uploadId: state.uploadId, name: file.name, contentType: file.type || 'application/octet-stream', contentId: null }]
      : [],
  );
  return { sendKey, deliveryId, text, attachments };
}

/** Uploads that were swept away meanwhile go up again and the reply waits for them; a used key is given up once its owner was told. */
function afterFailure(failure: unknown, draftId: string): ReplyState {
  if (failure instanceof CallError && failure.code === 'upload_not_found') {
    uploadAgain(draftId, true);
    return { kind: 'waiting' };
  }
  if (failure instanceof CallError && failure.code === 'send_key_reused')
    changeDraft(draftId, (draft) => ({ ...draft, sendKey: newSendKey() }));
  return { kind: 'failed', failure };
}
