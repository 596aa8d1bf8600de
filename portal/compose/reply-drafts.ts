import { useSyncExternalStore } from 'react';
import { base64Url } from '../../screen/base64-url.ts';

export type FileState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'uploading'; readonly sentBytes: number }
  | { readonly kind: 'ready'; readonly uploadId: string }
  | { readonly kind: 'failed'; readonly failure: unknown };

export interface ReplyFile {
  readonly key: string;
  readonly file: File;
  readonly state: FileState;
}

/** A reply as far as it is written. It outlives the panel, so that an ended session loses nothing, but not the page. */
export interface ReplyDraft {
  readonly text: string;
  readonly files: readonly ReplyFile[];
  /** The same until the reply is sent, so that a repeated *Send* sends once. */
  readonly sendKey: string;
}

const drafts = new Map<string, ReplyDraft>();
const listeners = new Set<() => void>();

/** The draft of a reply; `draftId` names its author and the message that is answered. */
export function readDraft(draftId: string): ReplyDraft {
  const known = drafts.get(draftId);
  if (known) return known;
  const fresh: ReplyDraft = { text: '', files: [], sendKey: newSendKey() };
  drafts.set(draftId, fresh);
  return fresh;
}

/** Changes a draft; one that was thrown away meanwhile stays away. */
export function changeDraft(draftId: string, change: (draft: ReplyDraft) => ReplyDraft): void {
  const known = drafts.get(draftId);
  if (!known) return;
  drafts.set(draftId, change(known));
  for (const listener of listeners) listener();
}

/** Changes one file of a draft. */
export function changeFile(draftId: string, key: string, state: FileState): void {
  changeDraft(draftId, (draft) => ({
    ...draft,
    files: draft.files.map((file) => (file.key === key ? { ...file, state } : file)),
  }));
}

/** Forgets a draft. */
export function dropDraft(draftId: string): void {
  drafts.delete(draftId);
}

/** The draft, followed live. */
export function useDraft(draftId: string): ReplyDraft {
  return useSyncExternalStore(followDrafts, () => readDraft(draftId));
}

/** Hears of every change to a draft, until the answer is called. */
export function followDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** 128 random bits as 22 characters of base64url. */
export function newSendKey(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(16)));
}
