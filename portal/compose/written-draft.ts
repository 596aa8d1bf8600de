import type { DraftKind } from '../../contract/compose.ts';
import { base64Url } from '../../screen/base64-url.ts';
import { isCode } from '../../screen/is-code.ts';
import type { DraftContent } from './draft-content.ts';

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
  /** The upload of another draft that this one is made of, where it came from there. */
  readonly copyOf?: string;
  readonly state: FileState;
}

/** `changed`: another window saved the same draft; `gone`: it was sent or thrown away elsewhere. `saving` knows why the save before it failed. */
export type SaveState =
  | { readonly kind: 'none' | 'changed' | 'gone' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' | 'failed'; readonly failure: unknown };

/** `waiting`: *Send* was pressed and files are still on their way. `unchosen`: somebody was typed and not chosen. */
export type SendState =
  | { readonly kind: 'writing'; readonly problem: 'nothing' | 'nobody' | 'unchosen' | 'files' | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
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
  /** What a save handed over whose answer has not come; the server may have it at the next revision. */
  readonly tried: DraftContent | null;
  /** Whether there is something that was never handed to the server. */
  readonly isDirty: boolean;
  readonly save: SaveState;
  readonly send: SendState;
}

/** Nothing is being sent, and nothing stands against it. */
export const writing = { kind: 'writing', problem: null } as const;

/** A draft with nothing in it yet. */
export function emptyDraft(wish: Partial<WrittenDraft> = {}): WrittenDraft {
  const content = { deliveryId: null, to: [], subject: '', html: '', start: '', hasQuote: false, files: [] };
  const state = { revision: 0, tried: null, isDirty: false, save: { kind: 'none' }, send: writing } as const;
  return { kind: 'new', ...content, ...state, sendKey: newSendKey(), ...wish };
}

/** The same words as a draft of its own, which the server does not know yet. */
export function asNewDraft(draft: WrittenDraft): WrittenDraft {
  return { ...draft, sendKey: newSendKey(), revision: 0, tried: null, isDirty: true, save: { kind: 'none' } };
}

/** Whether nothing is in a draft but what stands there from the start. */
export function isEmpty({ html, start, files, to, subject, kind }: WrittenDraft): boolean {
  const isWordless = ['', wordsOf(start)].includes(wordsOf(html));
  return isWordless && files.length === 0 && (kind !== 'new' || (to.length === 0 && subject.trim() === ''));
}

const wordsOf = (html: string) => html.replace(/<[^<>]*>/g, '').replace(/&nbsp;|\s/g, '');

/** Whether what failed of a file may go well the next time: its bytes are here, or another draft has them. */
export function canTryAgain({ file, copyOf, state }: WrittenFile): boolean {
  if (state.kind !== 'failed') return false;
  return file !== null || (copyOf !== undefined && !isCode(state.failure, 'upload_not_found'));
}

/** Whether *Send* was pressed and it is not known yet what became of it. */
export function isBusy({ send }: WrittenDraft): boolean {
  return send.kind === 'waiting' || send.kind === 'sending';
}

/** Whether this window has something of the draft that nobody else has for certain: words, files, or a message on its way. */
export function isUnsaved(draft: WrittenDraft): boolean {
  const { isDirty, save, files } = draft;
  if (isEmpty(draft) && draft.revision === 0) return false;
  return isDirty || save.kind === 'saving' || isBusy(draft) || files.some(({ state }) => state.kind !== 'ready');
}

/** 128 random bits as 22 characters of base64url. */
export function newSendKey(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(16)));
}
