import { dropOldNotes } from './drop-old-notes.ts';
import { inBrowser } from './in-browser.ts';

const PREFIX = 'sealpost.uploads.';
/** The server has swept them up long before. */
const KEPT_MS = 86_400_000;

/** Keeps in this browser that a file was uploaded for the send with this key, in case the pane ends before the message is handed over. */
export function noteUpload(sendKey: string, uploadId: string): void {
  inBrowser((storage) => {
    dropOldNotes(storage, PREFIX, KEPT_MS);
    storage.setItem(PREFIX + sendKey, `${storage.getItem(PREFIX + sendKey) ?? Date.now()} ${uploadId}`);
  });
}

/** Forgets uploads of a key that are thrown away; those that another pane noted beside them stay. */
export function forgetUploads(sendKey: string, uploadIds: readonly string[]): void {
  inBrowser((storage) => {
    const [notedAt, ...noted] = storage.getItem(PREFIX + sendKey)?.split(' ') ?? [];
    const rest = noted.filter((id) => !uploadIds.includes(id));
    if (rest.length > 0) storage.setItem(PREFIX + sendKey, [notedAt, ...rest].join(' '));
    else storage.removeItem(PREFIX + sendKey);
  });
}

/** The uploads noted for a key, which are forgotten with that. Those that a message holds are no leftovers, but the server keeps them anyhow. */
export function takeLeftovers(sendKey: string): string[] {
  const noted = inBrowser((storage) => {
    const known = storage.getItem(PREFIX + sendKey);
    storage.removeItem(PREFIX + sendKey);
    return known;
  });
  return noted?.split(' ').slice(1) ?? [];
}
