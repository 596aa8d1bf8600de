import { useSyncExternalStore } from 'react';
import type { DraftKind } from '../../contract/compose.ts';
import { base64Url } from '../../screen/base64-url.ts';
import { onLeaving } from '../session/on-leaving.ts';

export type FileState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'uploading'; readonly sentBytes: number }
  | { readonly kind: 'ready'; readonly uploadId: string }
  | { readonly kind: 'failed'; readonly failure: unknown };

export interface WrittenFile {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
  /** Its bytes; null once only the server has them. */
  readonly file: File | null;
  readonly state: FileState;
}

/** `changed`: another window saved the same draft. */
export type SaveState =
  | { readonly kind: 'none' | 'saving' | 'changed' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly failure: unknown };

/** A message as far as it is written. */
export interface WrittenDraft {
  readonly kind: DraftKind;
  /** The answered message. */
  readonly deliveryId: string | null;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
  /** What stood in it at the start, such as a signature. */
  readonly start: string;
  readonly hasQuote: boolean;
  readonly files: readonly WrittenFile[];
  /** The same until it is sent, so that a repeated *Send* sends once; also the id of the draft on the server. */
  readonly sendKey: string;
  /** Of the draft on the server; 0 while there is none. */
  readonly revision: number;
  /** Whether there is something that the server does not have. */
  readonly isDirty: boolean;
  readonly save: SaveState;
}

const drafts = new Map<string, WrittenDraft>();
const listeners = new Set<() => void>();
const PREFIX = 'draft:';

onLeaving(() => {
  drafts.clear();
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
});

/** A draft with nothing in it yet. */
export function emptyDraft(wish: Partial<WrittenDraft> = {}): WrittenDraft {
  const nothing = {
    deliveryId: null,
    to: [],
    subject: '',
    html: '',
    start: '',
    hasQuote: false,
    files: [],
    revision: 0,
    isDirty: false,
  };
  return { kind: 'new', ...nothing, sendKey: newSendKey(), save: { kind: 'none' }, ...wish };
}

/** The draft in a slot, from memory or from what this window kept when it was loaded again; `slot` names its author and its place. */
export function findDraft(slot: string): WrittenDraft | null {
  const known = drafts.get(slot);
  if (known) return known;
  const kept = readKept(slot);
  if (kept) drafts.set(slot, kept);
  return kept;
}

/** Puts a draft into a slot. */
export function putDraft(slot: string, draft: WrittenDraft): void {
  drafts.set(slot, draft);
  keep(slot, draft);
  tell();
}

/** Changes a draft; one that was thrown away meanwhile stays away. */
export function changeDraft(slot: string, change: (draft: WrittenDraft) => WrittenDraft): void {
  const known = drafts.get(slot);
  if (known) putDraft(slot, change(known));
}

/** Changes one file of a draft. */
export function changeFile(slot: string, key: string, state: FileState): void {
  changeDraft(slot, (draft) => ({
    ...draft,
    isDirty: draft.isDirty || state.kind === 'ready',
    files: draft.files.map((file) => (file.key === key ? { ...file, state } : file)),
  }));
}

/** Forgets a draft in this window. */
export function dropDraft(slot: string): void {
  drafts.delete(slot);
  sessionStorage.removeItem(PREFIX + slot);
  tell();
}

/** The draft, followed live; null where there is none. */
export function useDraft(slot: string): WrittenDraft | null {
  return useSyncExternalStore(followDrafts, () => drafts.get(slot) ?? null);
}

/** Hears of every change to a draft, until the answer is called. */
export function followDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether nothing is in a draft but what stands there from the start. */
export function isEmpty({ html, start, files, to, subject, kind }: WrittenDraft): boolean {
  const isWordless = ['', wordsOf(start)].includes(wordsOf(html));
  return isWordless && files.length === 0 && (kind !== 'new' || (to.length === 0 && subject.trim() === ''));
}

const wordsOf = (html: string) => html.replace(/<[^<>]*>/g, '').replace(/&nbsp;|\s/g, '');

/** 128 random bits as 22 characters of base64url. */
export function newSendKey(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(16)));
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** What the server does not have yet outlives a page that is loaded again; a full or forbidden storage only costs that. */
function keep(slot: string, draft: WrittenDraft): void {
  const files = draft.files.filter(({ state }) => state.kind === 'ready').map((file) => ({ ...file, file: null }));
  try {
    if (draft.isDirty) sessionStorage.setItem(PREFIX + slot, JSON.stringify({ ...draft, files, save: { kind: 'none' } }));
    else sessionStorage.removeItem(PREFIX + slot);
  } catch {
    return;
  }
}

function readKept(slot: string): WrittenDraft | null {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + slot) ?? 'null') as WrittenDraft | null;
  } catch {
    return null;
  }
}
