import { CallError, type FailureCode } from '../../contract/call.ts';
import { copyReplyFile, discardReplyFile, uploadReplyFile } from '../../contract/compose.ts';
import type { ErrorDetails } from '../../contract/errors.ts';
import { limits } from '../../contract/limits.ts';
import { uploadFile } from '../../screen/upload-file.ts';
import { call } from '../api.ts';
import { changeDraft, changeFile, findDraft, followDrafts } from './kept-drafts.ts';
import { type FileState, type WrittenDraft, type WrittenFile, canTryAgain } from './written-draft.ts';

/** What there is room for, in bytes. */
export interface Room {
  /** The files of one message together. */
  readonly mostBytes: number;
  /** What is left of the author's day. */
  readonly bytesLeft: number;
  readonly bytesPerDay: number;
  /** When the author's day ends; null while nothing of it is used. */
  readonly bytesAgainAt: string | null;
}

const AT_ONCE = 3;
const running = new Map<string, AbortController>();
let lastKey = 0;

/** Takes files into a message and begins to upload them, three at a time. What there is no room for stands in the list as failed, so that
 *  nothing is left out unseen. */
export function addFiles(slot: string, files: readonly File[], room: Room): void {
  for (const file of files) {
    changeDraft(slot, (draft) => {
      const key = `file-${(lastKey += 1)}-${Date.now()}`;
      const contentType = file.type || 'application/octet-stream';
      const added = { key, name: file.name, size: file.size, contentType, file, state: stateOfNew(draft, file.size, room) };
      return { ...draft, files: [...draft.files, added] };
    });
  }
  uploadWaiting(slot);
}

function stateOfNew({ files }: WrittenDraft, size: number, room: Room | null): FileState {
  const taken = files.filter(({ state }) => state.kind !== 'failed');
  const bytes = taken.reduce((sum, other) => sum + other.size, size);
  const failed = (code: FailureCode, details: ErrorDetails) =>
    ({ kind: 'failed', failure: new CallError(code, details) }) as const;
  if (room && size > room.mostBytes) return failed('attachment_too_large', { limit: room.mostBytes });
  if (room && bytes > room.mostBytes) return failed('attachments_too_large', { limit: room.mostBytes });
  if (room && bytes > room.bytesLeft) return failed('quota_reached', quotaOf(room));
  return taken.length < limits.attachments ? { kind: 'waiting' } : failed('too_many_attachments', { limit: limits.attachments });
}

function quotaOf({ bytesPerDay, bytesAgainAt }: Room): ErrorDetails {
  const details = { fields: ['attachments'], limit: bytesPerDay };
  if (bytesAgainAt === null) return details;
  return { ...details, retryAfterSeconds: Math.max(1, Math.ceil((Date.parse(bytesAgainAt) - Date.now()) / 1000)) };
}

/** Takes a file out of a message, wherever it is on its way; one that the draft holds goes with the next save. */
export function removeFile(slot: string, { key, state }: WrittenFile): void {
  running.get(key)?.abort();
  changeDraft(slot, (draft) => ({ ...draft, isDirty: true, files: draft.files.filter((file) => file.key !== key) }));
  if (state.kind === 'ready') void call(discardReplyFile, { uploadId: state.uploadId }).catch(() => undefined);
}

/** Uploads again what failed and what there is room for, and those that had arrived and are `lost`. What this window has no bytes of is copied where
 *  another draft has it, else named as failed. Without `room` the server has the only word. */
export function uploadAgain(slot: string, room: Room | null, lost: ReadonlySet<string> = new Set()): void {
  for (const written of findDraft(slot)?.files ?? []) {
    const draft = findDraft(slot);
    if (!draft) return;
    const { key, size, file, copyOf, state } = written;
    const isGone = state.kind === 'ready' && lost.has(state.uploadId);
    if (isGone && file === null && copyOf === undefined)
      changeFile(slot, key, { kind: 'failed', failure: new CallError('upload_not_found') });
    else if (isGone) changeFile(slot, key, { kind: 'waiting' });
    else if (canTryAgain(written)) changeFile(slot, key, stateOfNew(draft, size, room));
  }
  uploadWaiting(slot);
}

/** Waits until no file of a message is on its way any more; whether all of them arrived. */
export function whenUploaded(slot: string): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      const files = findDraft(slot)?.files ?? [];
      if (files.some(({ state }) => state.kind === 'waiting' || state.kind === 'uploading')) return;
      stop();
      resolve(files.every(({ state }) => state.kind === 'ready'));
    };
    const stop = followDrafts(look);
    look();
  });
}

function uploadWaiting(slot: string): void {
  const files = findDraft(slot)?.files ?? [];
  const free = AT_ONCE - files.filter(({ state }) => state.kind === 'uploading').length;
  for (const waiting of files.filter(({ state }) => state.kind === 'waiting').slice(0, Math.max(0, free))) {
    changeFile(slot, waiting.key, { kind: 'uploading', sentBytes: 0 });
    void upload(slot, waiting).finally(() => uploadWaiting(slot));
  }
}

async function upload(slot: string, written: WrittenFile): Promise<void> {
  const { key } = written;
  const stop = new AbortController();
  running.set(key, stop);
  try {
    const { uploadId } = await bring(slot, written, stop.signal);
    changeFile(slot, key, { kind: 'ready', uploadId });
  } catch (failure) {
    changeFile(slot, key, { kind: 'failed', failure });
  } finally {
    running.delete(key);
  }
}

/** Has the server hold a file of its own for this draft: its bytes from here, or a copy of what another draft holds. */
async function bring(slot: string, { key, name, size, file, copyOf }: WrittenFile, signal: AbortSignal) {
  if (file) {
    const onProgress = (bytes: number) => changeFile(slot, key, { kind: 'uploading', sentBytes: Math.min(bytes, size) });
    return uploadFile({ endpoint: uploadReplyFile, content: file, name, signal, onProgress });
  }
  if (copyOf === undefined) throw new CallError('upload_not_found');
  return call(copyReplyFile, { uploadId: copyOf }, signal);
}
