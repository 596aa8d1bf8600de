import { useEffect, useRef, useState } from 'react';
import { CallError } from '../../contract/call.ts';
import { discardDraft } from '../../contract/compose.ts';
import { call } from '../api.ts';
import { useSettings } from '../page/settings-context.ts';
import { useSession } from '../session/use-session.ts';
import {
  type WrittenDraft,
  type WrittenFile,
  changeDraft,
  dropDraft,
  emptyDraft,
  findDraft,
  isEmpty,
  newSendKey,
  putDraft,
  useDraft,
} from './kept-drafts.ts';
import { loadDraft } from './load-draft.ts';
import { whenSaved } from './save-draft.ts';
import { sendWritten } from './send-written.ts';
import { addFiles, removeFile, uploadAgain, whenUploaded } from './upload-files.ts';
import { useAutosave } from './use-autosave.ts';

/** `waiting`: *Send* was pressed and files are still on their way. */
export type WritingState =
  | { readonly kind: 'writing'; readonly problem: 'nothing' | 'nobody' | 'files' | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed'; readonly failure: unknown };

const writing = { kind: 'writing', problem: null } as const;
const nothing = emptyDraft();

/** Writes, saves and sends the draft in `slot`, which must be there. What was uploaded and got lost is uploaded again; an ended session leads to signing
 *  in and back here. `mostBytes` is what its files may have together. */
export function useWriting(slot: string, mostBytes: number, onSent: () => void) {
  const draft = useDraft(slot) ?? nothing;
  const [state, setState] = useState<WritingState>(writing);
  /** Raised when the text changes from outside, so that the editor begins anew. */
  const [edition, setEdition] = useState(0);
  const { end } = useSession();
  const isHere = useIsHere();
  const { quoteOriginal } = useSettings();
  const isBusy = state.kind === 'waiting' || state.kind === 'sending';
  useAutosave(slot, draft, isBusy, end);
  useEffect(() => uploadAgain(slot, mostBytes), [slot, mostBytes]);
  const send = async (isSecondTry = false): Promise<void> => {
    setState({ kind: 'waiting' });
    const areFilesThere = await whenUploaded(slot);
    if (!isHere()) return;
    if (!areFilesThere) return setState({ kind: 'writing', problem: 'files' });
    setState({ kind: 'sending' });
    await whenSaved(slot);
    const failure = await sendWritten(slot);
    if (failure === null) return isHere() ? onSent() : undefined;
    if (isCode(failure, 'upload_not_found') && !isSecondTry) {
      uploadAgain(slot, mostBytes, true);
      return send(true);
    }
    setState(isCode(failure, 'draft_changed') ? writing : { kind: 'failed', failure });
    if (isCode(failure, 'not_signed_in')) end();
  };
  return {
    draft,
    state,
    isBusy,
    edition,
    change: (changes: Partial<Pick<WrittenDraft, 'html' | 'subject' | 'to' | 'hasQuote'>>) => {
      setState((known) => (known.kind === 'writing' && known.problem === null ? known : writing));
      changeDraft(slot, (known) => ({ ...known, ...changes, isDirty: true }));
    },
    attach: (files: readonly File[]) => {
      setState(writing);
      addFiles(slot, files, mostBytes);
    },
    remove: (file: WrittenFile) => removeFile(slot, file),
    retryFiles: () => {
      setState(writing);
      uploadAgain(slot, mostBytes);
    },
    send: () => {
      const problem = draft.kind === 'new' && draft.to.length === 0 ? 'nobody' : isEmptyBody(draft) ? 'nothing' : null;
      if (problem) setState({ kind: 'writing', problem });
      else void send();
    },
    discard: () => {
      for (const file of draft.files) removeFile(slot, file);
      dropDraft(slot);
      void call(discardDraft, { draftId: draft.sendKey }).catch(() => undefined);
    },
    /** What is written here becomes a draft of its own, beside the one another window saved. */
    keepBoth: () => {
      setState(writing);
      changeDraft(slot, (known) => ({ ...known, sendKey: newSendKey(), revision: 0, isDirty: true, save: { kind: 'none' } }));
      uploadAgain(slot, mostBytes, true);
    },
    /** What another window saved takes the place of what is written here. */
    takeOther: async () => {
      const other = await loadDraft(draft.sendKey).catch(() => undefined);
      if (other === undefined) return;
      putDraft(
        slot,
        other ?? emptyDraft({ kind: draft.kind, deliveryId: draft.deliveryId, to: draft.to, hasQuote: quoteOriginal }),
      );
      setEdition((last) => last + 1);
    },
    /** An answer to a message that ended meanwhile becomes a new message to the same people. */
    makeNew: (to: readonly string[], subject: string) => {
      setState(writing);
      void call(discardDraft, { draftId: draft.sendKey }).catch(() => undefined);
      const known = findDraft(slot) ?? draft;
      putDraft(slot, {
        ...known,
        kind: 'new',
        deliveryId: null,
        hasQuote: false,
        to,
        subject,
        sendKey: newSendKey(),
        revision: 0,
        isDirty: true,
      });
      uploadAgain(slot, mostBytes, true);
    },
  };
}

function isEmptyBody(draft: WrittenDraft): boolean {
  return isEmpty({ ...draft, kind: 'reply' });
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

function isCode(failure: unknown, code: CallError['code']): boolean {
  return failure instanceof CallError && failure.code === code;
}
