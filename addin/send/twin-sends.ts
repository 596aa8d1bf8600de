import { digestOf } from './digest-of.ts';
import { inBrowser } from './in-browser.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

const PREFIX = 'sealpost.accepted.';
const KEPT_MS = 3_600_000;

/** Does the work while no other pane of this browser does the same for a message with the same content: two panes may stand beside one draft.
 *  A browser without locks, or one that denies them, just does it. @throws an AbortError when `signal` ends the waiting */
export async function oneAtATime(message: OutgoingMessage, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  const name = await nameOf(message);
  if (!('locks' in navigator)) return work();
  let isBegun = false;
  const begin = () => {
    isBegun = true;
    return work();
  };
  await navigator.locks.request(name, { signal }, begin).catch((cause: unknown) => {
    if (isBegun || signal.aborted) throw cause;
    return work();
  });
}

/** The key under which another pane had the same content accepted after `since` (milliseconds since 1970); null when none did.
 *  Before that, sending the same again is somebody's wish. */
export async function keyOfTwin(message: OutgoingMessage, since: number): Promise<string | null> {
  const name = await nameOf(message);
  const [acceptedAt, sendKey] = inBrowser((storage) => storage.getItem(name))?.split(' ') ?? [];
  return sendKey !== undefined && Number(acceptedAt) >= since ? sendKey : null;
}

/** Tells the other panes of this browser, for an hour, that this content was accepted under this key. */
export async function rememberTwin(message: OutgoingMessage, sendKey: string): Promise<void> {
  const name = await nameOf(message);
  inBrowser((storage) => {
    const old = (kept: string) => kept.startsWith(PREFIX) && Number(storage.getItem(kept)?.split(' ')[0]) < Date.now() - KEPT_MS;
    for (const kept of Object.keys(storage).filter(old)) storage.removeItem(kept);
    storage.setItem(name, `${Date.now()} ${sendKey}`);
  });
}

async function nameOf({ from, recipients, subject, html, files }: OutgoingMessage): Promise<string> {
  const named = files.map(({ name, size }) => [name, size]);
  return PREFIX + (await digestOf(new TextEncoder().encode(JSON.stringify([from, recipients, subject, html, named]))));
}
