import { CallError, type FailureCode } from '../../contract/call.ts';
import { discardReplyFile, uploadReplyFile } from '../../contract/compose.ts';
import { limits } from '../../contract/limits.ts';
import { uploadFile } from '../../screen/upload-file.ts';
import { call } from '../api.ts';
import {
  type FileState,
  type ReplyDraft,
  type ReplyFile,
  changeDraft,
  changeFile,
  followDrafts,
  readDraft,
} from './reply-drafts.ts';

const AT_ONCE = 3;
const running = new Map<string, AbortController>();
let lastKey = 0;

/** Takes files into a reply and begins to upload them, three at a time. What does not fit into `limitBytes` stands in the list as failed, so that
 *  nothing is left out unseen. */
export function addFiles(draftId: string, files: readonly File[], limitBytes: number): void {
  for (const file of files) {
    changeDraft(draftId, (draft) => {
      const added: ReplyFile = { key: `file-${(lastKey += 1)}`, file, state: stateOfNew(draft, file, limitBytes) };
      return { ...draft, files: [...draft.files, added] };
    });
  }
  uploadWaiting(draftId);
}

function stateOfNew({ files }: ReplyDraft, file: File, limit: number): FileState {
  const taken = files.filter(({ state }) => state.kind !== 'failed');
  const bytes = taken.reduce((sum, other) => sum + other.file.size, file.size);
  const failed = (code: FailureCode, most: number) =>
    ({ kind: 'failed', failure: new CallError(code, { limit: most }) }) as const;
  if (file.size > limit) return failed('attachment_too_large', limit);
  if (bytes > limit) return failed('attachments_too_large', limit);
  return taken.length < limits.attachments ? { kind: 'waiting' } : failed('too_many_attachments', limits.attachments);
}

/** Takes a file out of a reply, wherever it is on its way. */
export function removeFile(draftId: string, { key, state }: ReplyFile): void {
  running.get(key)?.abort();
  changeDraft(draftId, (draft) => ({ ...draft, files: draft.files.filter((file) => file.key !== key) }));
  if (state.kind === 'ready') void call(discardReplyFile, { uploadId: state.uploadId }).catch(() => undefined);
}

/** Uploads again what failed and fits into `limitBytes`, or, with `isEverythingGone`, what had arrived as well. */
export function uploadAgain(draftId: string, limitBytes: number, isEverythingGone = false): void {
  for (const { key, file, state } of readDraft(draftId).files) {
    if (state.kind === 'failed') changeFile(draftId, key, stateOfNew(readDraft(draftId), file, limitBytes));
    else if (isEverythingGone && state.kind === 'ready') changeFile(draftId, key, { kind: 'waiting' });
  }
  uploadWaiting(draftId);
}

/** Waits until no file of a reply is on its way any more; whether all of them arrived. */
export function whenUploaded(draftId: string): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      const { files } = readDraft(draftId);
      if (files.some(({ state }) => state.kind === 'waiting' || state.kind === 'uploading')) return;
      stop();
      resolve(files.every(({ state }) => state.kind === 'ready'));
    };
    const stop = followDrafts(look);
    look();
  });
}

function uploadWaiting(draftId: string): void {
  const { files } = readDraft(draftId);
  const free = AT_ONCE - files.filter(({ state }) => state.kind === 'uploading').length;
  for (const waiting of files.filter(({ state }) => state.kind === 'waiting').slice(0, Math.max(0, free))) {
    changeFile(draftId, waiting.key, { kind: 'uploading', sentBytes: 0 });
    void upload(draftId, waiting).finally(() => uploadWaiting(draftId));
  }
}

async function upload(draftId: string, { key, file }: ReplyFile): Promise<void> {
  const stop = new AbortController();
  running.set(key, stop);
  try {
    const { uploadId } = await uploadFile({
      endpoint: uploadReplyFile,
      content: file,
      name: file.name,
      signal: stop.signal,
      onProgress: (sentBytes) => changeFile(draftId, key, { kind: 'uploading', sentBytes: Math.min(sentBytes, file.size) }),
    });
    changeFile(draftId, key, { kind: 'ready', uploadId });
  } catch (failure) {
    changeFile(draftId, key, { kind: 'failed', failure });
  } finally {
    running.delete(key);
  }
}
