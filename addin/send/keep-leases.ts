import { limits } from '../../contract/limits.ts';
import { renewUploads } from '../../contract/send.ts';
import type { Api } from '../api.ts';

const INTERVAL_MS = (limits.uploadLeaseMinutes * 60_000) / 3;

/** Keeps uploads alive while the pane works on the message, well within their lease. @returns how to stop */
export function keepLeases(api: Api, uploadIds: () => readonly string[]): () => void {
  const timer = setInterval(() => {
    const ids = [...uploadIds()];
    if (ids.length > 0) api.callQuietly(renewUploads, { uploadIds: ids }).catch(() => undefined);
  }, INTERVAL_MS);
  return () => clearInterval(timer);
}
