import { useEffect } from 'react';
import { renewReplyFiles } from '../../contract/compose.ts';
import { limits } from '../../contract/limits.ts';
import { call } from '../api.ts';
import type { WrittenDraft } from './written-draft.ts';

/** Keeps the files of a draft alive while it is written, until a save holds them. */
export function useFilesKept({ files, revision }: WrittenDraft): void {
  const ids = files.flatMap(({ state }) => (state.kind === 'ready' ? [state.uploadId] : [])).join(' ');
  useEffect(() => {
    if (ids === '') return;
    const renew = () => void call(renewReplyFiles, { uploadIds: ids.split(' ') }).catch(() => undefined);
    const timer = setInterval(renew, (limits.uploadLeaseMinutes * 60_000) / 3);
    return () => clearInterval(timer);
  }, [ids, revision]);
}
