import { inBrowser } from './in-browser.ts';

const PREFIX = 'sealpost.uploads.';

/** Keeps in this browser that a file was uploaded for the send with this key, in case the pane ends before the message is handed over. */
export function noteUpload(sendKey: string, uploadId: string): void {
  inBrowser((storage) => {
    const known = storage.getItem(PREFIX + sendKey);
    storage.setItem(PREFIX + sendKey, known ? `${known} ${uploadId}` : uploadId);
  });
}

/** Forgets uploads of a key that are thrown away; those that another pane noted beside them stay. */
export function forgetUploads(sendKey: string, uploadIds: readonly string[]): void {
  inBrowser((storage) => {
    const rest =
      storage
        .getItem(PREFIX + sendKey)
        ?.split(' ')
        .filter((id) => !uploadIds.includes(id)) ?? [];
    if (rest.length > 0) storage.setItem(PREFIX + sendKey, rest.join(' '));
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
  return noted?.split(' ') ?? [];
}
