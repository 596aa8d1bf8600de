import { discardReplyFile, uploadReplyFile } from '../../contract/compose.ts';
import { uploadFile } from '../../screen/upload-file.ts';
import { call } from '../api.ts';
import { type ReplyFile, changeDraft, changeFile, followDrafts, readDraft } from './reply-drafts.ts';

const AT_ONCE = 3;
const running = new Map<string, AbortController>();
let lastKey = 0;

/** Takes files into a reply and begins to upload them, three at a time. */
export function addFiles(draftId: string, files: readonly File[]): void {
  const added = files.map((file): ReplyFile => ({ key: `file-${(lastKey += 1)}`, file, state: { kind: 'waiting' } }));
  changeDraft(draftId, (draft) => ({ ...draft, files: [...draft.files, ...added] }));
  uploadWaiting(draftId);
}

/** Takes a file out of a reply, wherever it is on its way. */
export function removeFile(draftId: string, { key, state }: ReplyFile): void {
  running.get(key)?.abort();
  changeDraft(draftId, (draft) => ({ ...draft, files: draft.files.filter((file) => file.key !== key) }));
  if (state.kind === 'ready') void call(discardReplyFile, { uploadId: state.uploadId }).catch(() => undefined);
}

/** Uploads again what failed, or, with `isEverythingGone`, all of it. */
export function uploadAgain(draftId: string, isEverythingGone = false): void {
  for (const { key, state } of readDraft(draftId).files) {
    if (state.kind === 'failed' || (isEverythingGone && state.kind === 'ready')) changeFile(draftId, key, { kind: 'waiting' });
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
