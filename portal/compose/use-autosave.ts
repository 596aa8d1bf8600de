import { useEffect, useState } from 'react';
import { CallError } from '../../contract/call.ts';
import { limits } from '../../contract/limits.ts';
import { renewReplyFiles } from '../../contract/compose.ts';
import { call } from '../api.ts';
import type { WrittenDraft } from './kept-drafts.ts';
import { saveIfDirty } from './save-draft.ts';

const PAUSE_MS = 1500;
const LONGEST_MS = 10_000;

/** Saves a draft in each pause of its author, at the latest every 10 seconds, and at once when the page is left; keeps its files alive until a save
 *  holds them. An ended session is told by `onEnded`. */
export function useAutosave(slot: string, draft: WrittenDraft, isPaused: boolean, onEnded: () => void): void {
  const { isDirty, save } = draft;
  useEffect(() => {
    if (!isDirty || isPaused) return;
    const wait = save.kind === 'failed' ? LONGEST_MS : PAUSE_MS;
    const timer = setTimeout(() => void saveIfDirty(slot), wait);
    return () => clearTimeout(timer);
  }, [slot, draft, isDirty, isPaused, save.kind]);
  useEffect(() => {
    if (!isDirty || isPaused) return;
    const timer = setInterval(() => void saveIfDirty(slot), LONGEST_MS);
    return () => clearInterval(timer);
  }, [slot, isDirty, isPaused]);
  useEffect(() => {
    const leave = () => void saveIfDirty(slot);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [slot]);
  // What failed before this panel stood, as when an ended session took it away, was told then.
  const [earlier] = useState(save);
  const hasEnded =
    save !== earlier && save.kind === 'failed' && save.failure instanceof CallError && save.failure.code === 'not_signed_in';
  useEffect(() => {
    if (hasEnded) onEnded();
  }, [hasEnded, onEnded]);
  useFilesKept(draft);
}

function useFilesKept({ files, revision }: WrittenDraft): void {
  const ids = files.flatMap(({ state }) => (state.kind === 'ready' ? [state.uploadId] : [])).join(' ');
  useEffect(() => {
    if (ids === '') return;
    const renew = () => void call(renewReplyFiles, { uploadIds: ids.split(' ') }).catch(() => undefined);
    const timer = setInterval(renew, (limits.uploadLeaseMinutes * 60_000) / 3);
    return () => clearInterval(timer);
  }, [ids, revision]);
}
