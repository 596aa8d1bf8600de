import { useSyncExternalStore } from 'react';
import { CallError } from '../../contract/call.ts';
import { onLeaving } from '../session/on-leaving.ts';
import { dropFromTab, keepInTab, keysInTab, readFromTab } from '../session/kept-in-tab.ts';
import { type FileState, type WrittenDraft, type WrittenFile, isUnsaved, newSendKey, writing } from './written-draft.ts';

/** One slot for each draft of this window, whatever page it is written on; a slot names its author first. */
const drafts = new Map<string, WrittenDraft>();
const listeners = new Set<(slot: string) => void>();
/** Whose drafts were taken from the tab since the page was loaded. */
const restored = new Set<string>();
const PREFIX = 'draft:';

/** As it outlives its page: of files that have not arrived only that they were there. */
type KeptFile = Omit<WrittenFile, 'state'> & { readonly state: FileState | null };
type KeptDraft = Omit<WrittenDraft, 'files'> & { readonly files: readonly KeptFile[] };

onLeaving(() => {
  const slots = [...drafts.keys()];
  drafts.clear();
  restored.clear();
  slots.forEach(tell);
});

/** A slot for one more draft of this account. */
export function newSlot(accountId: string): string {
  return `${accountId}/${newSendKey()}`;
}

/** Whose draft is in a slot. */
export function accountOf(slot: string): string {
  return slot.slice(0, slot.indexOf('/'));
}

/** The slot of the first draft of an account that `isIt`, from memory or from what this window kept when it was loaded again; null where there is none. */
export function findSlot(accountId: string, isIt: (draft: WrittenDraft) => boolean): string | null {
  restoreDrafts(accountId);
  for (const [slot, draft] of drafts) if (accountOf(slot) === accountId && isIt(draft)) return slot;
  return null;
}

/** The draft in a slot. */
export function findDraft(slot: string): WrittenDraft | null {
  return drafts.get(slot) ?? null;
}

/** Every slot in which there is a draft. */
export function allSlots(): readonly string[] {
  return [...drafts.keys()];
}

/** Puts a draft into a slot. */
export function putDraft(slot: string, draft: WrittenDraft): void {
  drafts.set(slot, draft);
  keep(slot, draft);
  tell(slot);
}

/** Changes a draft; one that was thrown away meanwhile stays away. */
export function changeDraft(slot: string, change: (draft: WrittenDraft) => WrittenDraft): void {
  const known = drafts.get(slot);
  if (known) putDraft(slot, change(known));
}

/** Changes one file of a draft. */
export function changeFile(slot: string, key: string, state: FileState): void {
  const changed = (draft: WrittenDraft): WrittenDraft => ({
    ...draft,
    isDirty: draft.isDirty || state.kind === 'ready',
    files: draft.files.map((file) => (file.key === key ? { ...file, state } : file)),
  });
  const known = drafts.get(slot);
  // How far an upload is outlives no page.
  if (known && state.kind === 'uploading') {
    drafts.set(slot, changed(known));
    tell(slot);
  } else changeDraft(slot, changed);
}

/** Forgets a draft in this window. */
export function dropDraft(slot: string): void {
  drafts.delete(slot);
  dropFromTab(accountOf(slot), keyOf(slot));
  tell(slot);
}

/** The draft, followed live; null where there is none. */
export function useDraft(slot: string): WrittenDraft | null {
  return useSyncExternalStore(followDrafts, () => drafts.get(slot) ?? null);
}

/** Hears of every change to a draft, until the answer is called. */
export function followDrafts(listener: (slot: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(slot: string): void {
  for (const listener of listeners) listener(slot);
}

const keyOf = (slot: string) => PREFIX + slot.slice(slot.indexOf('/') + 1);

/** What the server may not have yet outlives a page that is loaded again. */
function keep(slot: string, draft: WrittenDraft): void {
  if (!isUnsaved(draft)) return dropFromTab(accountOf(slot), keyOf(slot));
  const files = draft.files.map((file) => ({ ...file, file: null, state: file.state.kind === 'ready' ? file.state : null }));
  const kept: KeptDraft = { ...draft, files, isDirty: true, save: { kind: 'none' }, send: writing };
  keepInTab(accountOf(slot), keyOf(slot), kept);
}

function restoreDrafts(accountId: string): void {
  if (restored.has(accountId)) return;
  restored.add(accountId);
  for (const key of keysInTab(accountId, PREFIX)) {
    const slot = `${accountId}/${key.slice(PREFIX.length)}`;
    const kept = readFromTab(accountId, key) as KeptDraft | null;
    if (kept && !drafts.has(slot)) putDraft(slot, { ...kept, files: kept.files.map(restoreFile) });
  }
}

/** A file whose bytes went with the page must be attached again; its row says so. */
function restoreFile(file: KeptFile): WrittenFile {
  return { ...file, state: file.state ?? { kind: 'failed', failure: new CallError('broken_upload') } };
}
