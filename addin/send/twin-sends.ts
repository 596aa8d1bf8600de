import { withResolvers } from '../with-resolvers.ts';
import { digestOfFiles } from './digest-of-files.ts';
import { digestOfText } from './digest-of.ts';
import { dropOldNotes } from './drop-old-notes.ts';
import { inBrowser } from './in-browser.ts';
import { lookOf } from './look-of.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

const PREFIX = 'sealpost.accepted.';
const KEPT_MS = 3_600_000;

/** A message that another pane had accepted and that looks like this one: the same people, words, and names of files. */
export interface Twin {
  readonly sendKey: string;
  /** Whether the files with these digests, in the order of the message, are the ones that were sent. */
  readonly hasSameFiles: (digests: readonly string[]) => Promise<boolean>;
}

/** Does the work while no other pane of this browser does the same for a message that looks the same: two panes may stand beside one draft. The
 *  next one's turn comes when the work and what `settling` tells then has ended. A browser without locks, or one that denies them, just does it.
 *  @throws an AbortError when `signal` ends the waiting */
export async function oneAtATime(
  message: OutgoingMessage,
  signal: AbortSignal,
  work: () => Promise<void>,
  settling: () => Promise<void>,
): Promise<void> {
  const name = await nameOf(message);
  if (!('locks' in navigator)) return work();
  const ended = withResolvers<void>();
  let isBegun = false;
  const begin = async () => {
    isBegun = true;
    const working = work();
    ended.resolve(working);
    await working.catch(() => undefined);
    await settling();
  };
  navigator.locks.request(name, { signal }, begin).catch((cause: unknown) => {
    if (isBegun) return;
    if (signal.aborted) ended.reject(cause);
    else ended.resolve(work());
  });
  return ended.promise;
}

/** What another pane had accepted after `since` (milliseconds since 1970) and looks the same; null when none did.
 *  Before that, sending the same again is somebody's wish. */
export async function findTwin(message: OutgoingMessage, since: number): Promise<Twin | null> {
  const name = await nameOf(message);
  const [acceptedAt, sendKey, files] = inBrowser((storage) => storage.getItem(name))?.split(' ') ?? [];
  if (sendKey === undefined || Number(acceptedAt) < since) return null;
  return { sendKey, hasSameFiles: async (digests) => (await digestOfFiles(message.files, digests)) === files };
}

/** Tells the other panes of this browser, for an hour, that this message with files of these digests was accepted under this key. */
export async function rememberTwin(message: OutgoingMessage, sendKey: string, digests: readonly string[]): Promise<void> {
  const name = await nameOf(message);
  const files = await digestOfFiles(message.files, digests);
  inBrowser((storage) => {
    dropOldNotes(storage, PREFIX, KEPT_MS);
    storage.setItem(name, `${Date.now()} ${sendKey} ${files}`);
  });
}

async function nameOf(message: OutgoingMessage): Promise<string> {
  return PREFIX + (await digestOfText(lookOf(message)));
}
