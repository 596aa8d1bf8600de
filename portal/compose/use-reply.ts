import { useEffect, useRef, useState } from 'react';
import { CallError } from '../../contract/call.ts';
import { useSettings } from '../page/settings-context.ts';
import { useSession } from '../session/use-session.ts';
import { type ReplyDraft, changeDraft, dropDraft, useDraft } from './reply-drafts.ts';
import { sendDraft } from './send-draft.ts';
import { addFiles, removeFile, uploadAgain, whenUploaded } from './upload-reply-files.ts';

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
  const { replyAttachmentsBytes } = useSettings();
  const isHere = useIsHere();
  useEffect(() => uploadAgain(draftId, replyAttachmentsBytes), [draftId, replyAttachmentsBytes]);
  const send = async (isSecondTry = false): Promise<void> => {
    setState({ kind: 'waiting' });
    const areFilesThere = await whenUploaded(draftId);
    if (!isHere()) return;
    if (!areFilesThere) return setState({ kind: 'writing', problem: 'files' });
    setState({ kind: 'sending' });
    const failure = await sendDraft(draftId, deliveryId);
    if (failure === null) return isHere() ? onSent() : undefined;
    if (isCode(failure, 'upload_not_found') && !isSecondTry) {
      uploadAgain(draftId, replyAttachmentsBytes, true);
      return send(true);
    }
    setState({ kind: 'failed', failure });
    if (isCode(failure, 'not_signed_in')) end();
  };
  return {
    draft,
    state,
    write: (text: string) => {
      setState(writing);
      changeDraft(draftId, (known) => ({ ...known, text }));
    },
    attach: (files: readonly File[]) => {
      setState(writing);
      addFiles(draftId, files, replyAttachmentsBytes);
    },
    remove: (file: ReplyDraft['files'][number]) => removeFile(draftId, file),
    retryFiles: () => {
      setState(writing);
      uploadAgain(draftId, replyAttachmentsBytes);
    },
    send: () => (isEmpty(draft) ? setState({ kind: 'writing', problem: 'nothing' }) : void send()),
    discard: () => {
      for (const file of draft.files) removeFile(draftId, file);
      dropDraft(draftId);
    },
  };
}

/** Whether the panel still stands when something that took a while is done. */
function useIsHere() {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return () => isHere.current;
}

/** Whether there is nothing in a reply. */
export function isEmpty({ text, files }: ReplyDraft): boolean {
  return text.trim() === '' && files.length === 0;
}

function isCode(failure: unknown, code: CallError['code']): boolean {
  return failure instanceof CallError && failure.code === code;
}
