import { useEffect } from 'react';
import { renewReplyFiles } from '../../contract/compose.ts';
import { limits } from '../../contract/limits.ts';
import { call } from '../api.ts';
import type { ReplyFile } from './reply-drafts.ts';

/** Keeps the uploaded files of a reply alive while it is being written. */
export function useFilesKept(files: readonly ReplyFile[]): void {
  const ids = files.flatMap(({ state }) => (state.kind === 'ready' ? [state.uploadId] : [])).join(' ');
  useEffect(() => {
    if (ids === '') return;
    const renew = () => void call(renewReplyFiles, { uploadIds: ids.split(' ') }).catch(() => undefined);
    const timer = setInterval(renew, (limits.uploadLeaseMinutes * 60_000) / 3);
    return () => clearInterval(timer);
  }, [ids]);
}
