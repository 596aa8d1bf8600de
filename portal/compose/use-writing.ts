import { useEffect, useEffectEvent, useState } from 'react';
import { hasControlCharacter } from '../../contract/address.ts';
import { forgetOutcome } from '../page/told-outcome.ts';
import { useSession } from '../session/use-session.ts';
import { discardWritten } from './discard-written.ts';
import { isCode } from '../../screen/is-code.ts';
import { changeDraft, findDraft, putDraft, useDraft } from './kept-drafts.ts';
import { planSave } from './keep-saving.ts';
import { loadDraft } from './load-draft.ts';
import { saveIfDirty } from './save-draft.ts';
import { sendWritten, takeSendBack, watchSending } from './send-written.ts';
import { type Room, addFiles, removeFile, uploadAgain } from './upload-files.ts';
import { useFilesKept } from './use-files-kept.ts';
import {
  type SendState,
  type WrittenDraft,
  type WrittenFile,
  asNewDraft,
  emptyDraft,
  isBusy,
  isEmpty,
  writing,
} from './written-draft.ts';

type Changes = Partial<Pick<WrittenDraft, 'html' | 'subject' | 'to' | 'hasQuote'>>;

/** What was typed for a recipient and not chosen. `isTold`: Send has refused because of it, once. */
interface Unchosen {
  readonly typed: string;
  readonly isTold: boolean;
}

const nothing = emptyDraft();

/** Writes and sends the draft in `slot`, which must be there; it saves itself. An ended session leads to signing in and back here. */
export function useWriting(slot: string, room: Room, onSent: () => void) {
  const draft = useDraft(slot) ?? nothing;
  /** Raised when the text changes from outside, so that the editor begins anew. */
  const [edition, setEdition] = useState(0);
  const [unchosen, setUnchosen] = useState<Unchosen | null>(null);
  useStanding(slot, draft, onSent);
  useFilesKept(draft);
  useEffect(() => uploadAgain(slot, room), [slot, room]);
  const setSend = (send: SendState) => changeDraft(slot, (known) => ({ ...known, send }));
  return {
    draft,
    isBusy: isBusy(draft),
    edition,
    unchosen: unchosen?.typed ?? null,
    leaveOut: (typed: string | null) => setUnchosen(typed === null ? null : { typed, isTold: false }),
    change: (changes: Changes) =>
      changeDraft(slot, (known) => ({ ...known, ...clean(changes), isDirty: true, send: calm(known.send) })),
    attach: (files: readonly File[]) => {
      setSend(writing);
      addFiles(slot, files, room);
    },
    remove: (file: WrittenFile) => {
      takeSendBack(slot);
      removeFile(slot, file);
    },
    retryFiles: () => {
      setSend(writing);
      uploadAgain(slot, room);
    },
    send: () => {
      const problem = problemOf(draft, unchosen);
      if (!problem) return void sendWritten(slot, room);
      setSend({ kind: 'writing', problem });
      if (unchosen && problem === 'unchosen') setUnchosen({ ...unchosen, isTold: true });
    },
    discard: () => void discardWritten(slot),
    /** What is written here becomes a draft of its own, beside the one another window saved. */
    keepBoth: () => becomeOther(slot, room),
    takeOther: async () => {
      if (await takeOther(slot)) setEdition((last) => last + 1);
    },
    /** An answer to a message that ended meanwhile becomes a new message to the same people. It stays the same draft with the same files: since the
     *  answer was refused, nothing was sent under its key. */
    makeNew: (to: readonly string[]) => {
      const asNew = { kind: 'new', deliveryId: null, hasQuote: false, to, isDirty: true, send: writing } as const;
      changeDraft(slot, (known) => ({ ...known, ...asNew }));
    },
  };
}

/** Hears of what becomes of the draft while its page stands, and has it saved when the page goes. */
function useStanding(slot: string, { save, send, sendKey }: WrittenDraft, onSent: () => void): void {
  const { end } = useSession();
  const sent = useEffectEvent(onSent);
  useEffect(() => watchSending(slot, () => sent()), [slot]);
  useEffect(() => forgetOutcome(sendKey), [sendKey]);
  useEffect(() => {
    // Whoever was led to sign in by it is back.
    changeDraft(slot, (known) => (isSignedOut(known.send) ? { ...known, send: writing } : known));
    planSave(slot, true);
    return () => void saveIfDirty(slot);
  }, [slot]);
  // What failed before this page stood, as when an ended session took it away, was told then.
  const [earlier] = useState({ save, send });
  const hasEnded = (save !== earlier.save && isSignedOut(save)) || (send !== earlier.send && isSignedOut(send));
  useEffect(() => {
    if (hasEnded) end();
  }, [hasEnded, end]);
}

function isSignedOut(state: { readonly kind: string; readonly failure?: unknown }): boolean {
  return state.kind === 'failed' && isCode(state.failure, 'not_signed_in');
}

/** In place of what could stand in no subject, such as the tab between two cells of a sheet, a space. */
function clean(changes: Changes): Changes {
  if (changes.subject === undefined) return changes;
  const subject = Array.from(changes.subject, (character) => (hasControlCharacter(character) ? ' ' : character)).join('');
  return { ...changes, subject };
}

const calm = (send: SendState): SendState => (send.kind === 'failed' || send.kind === 'writing' ? writing : send);

function problemOf(draft: WrittenDraft, unchosen: Unchosen | null) {
  if (draft.kind === 'new' && unchosen?.isTold === false) return 'unchosen';
  if (draft.kind === 'new' && draft.to.length === 0) return 'nobody';
  return isEmpty({ ...draft, kind: 'reply' }) ? 'nothing' : null;
}

/** What is written goes on as a draft of its own, with files of its own. */
function becomeOther(slot: string, room: Room): void {
  const held = (findDraft(slot)?.files ?? []).flatMap(({ state }) => (state.kind === 'ready' ? [state.uploadId] : []));
  changeDraft(slot, (known) => ({ ...asNewDraft(known), files: known.files.map(asCopy), send: writing }));
  uploadAgain(slot, room, new Set(held));
}

const asCopy = (file: WrittenFile): WrittenFile =>
  file.state.kind === 'ready' ? { ...file, copyOf: file.state.uploadId } : file;

/** Puts what another window saved in the place of what is written here, if it is there; whether it was. */
async function takeOther(slot: string): Promise<boolean> {
  const draft = findDraft(slot);
  if (!draft) return false;
  try {
    const other = await loadDraft(draft.sendKey);
    if (other) putDraft(slot, other);
    else changeDraft(slot, (known) => ({ ...known, save: { kind: 'gone' } }));
    return other !== null;
  } catch (failure) {
    changeDraft(slot, (known) => ({ ...known, send: { kind: 'failed', failure } }));
    return false;
  }
}
