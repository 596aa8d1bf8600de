import { limits } from '../../contract/limits.ts';
import { base64Url } from '../../screen/base64-url.ts';
import { recallFromItem, rememberInItem } from '../outlook/item-memory.ts';
import { digestOfFiles } from './digest-of-files.ts';
import { digestOfText } from './digest-of.ts';
import { digestingPart } from './digesting-part.ts';
import { dropOldNotes } from './drop-old-notes.ts';
import { inBrowser } from './in-browser.ts';
import { lookOf } from './look-of.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

const NAME = 'sealpostSendKey';
const LOCAL_PREFIX = 'sealpost.send-key.';
/** The server knows a key as long as its message can be read. */
const KEPT_MS = limits.expiresInDays.maximum * 86_400_000;

/** Makes up a key of 128 random bits. */
export function newSendKey(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(16)));
}

/** Keeps a key with the draft, before anything is sent under it; where Outlook cannot, nothing is thrown. */
export async function keepWithDraft(key: string): Promise<void> {
  await rememberInItem(NAME, key).catch(() => undefined);
}

/** The key that the draft keeps of a send whose outcome is not known, through a reload of the pane; null when there is none. */
export async function keyOfDraft(): Promise<string | null> {
  return recallFromItem(NAME).catch(() => null);
}

/** Keeps in this browser, before it is handed over, under which key this message goes out with files of these digests: classic Outlook tells what
 *  it keeps with a draft only once that was closed. */
export async function keepInBrowser(key: string, message: OutgoingMessage, digests: readonly string[]): Promise<void> {
  const [name, files] = await Promise.all([localName(message), digestOfFiles(message.files, digests)]);
  inBrowser((storage) => {
    dropOldNotes(storage, LOCAL_PREFIX, KEPT_MS);
    storage.setItem(name, `${Date.now()} ${key} ${files}`);
  });
}

/** The key under which this browser handed over a message that looks like this one and whose files hold the same, with an outcome that is not known;
 *  null when there is none. @throws OutlookError | CallError; an AbortError once `signal` says so */
export async function keyOfContent(message: OutgoingMessage, signal: AbortSignal): Promise<string | null> {
  const name = await localName(message);
  const [, key, files] = inBrowser((storage) => storage.getItem(name))?.split(' ') ?? [];
  if (key === undefined) return null;
  const digests = message.files.length === 0 ? [] : await (await digestingPart()).readDigests(message.files, signal);
  return digests && (await digestOfFiles(message.files, digests)) === files ? key : null;
}

/** Forgets the key wherever it is kept, once what became of the send is known; where that cannot be done it stays, and nothing is thrown. */
export async function forgetSendKey(key: string): Promise<void> {
  inBrowser((storage) => {
    const isOfKey = (name: string) => name.startsWith(LOCAL_PREFIX) && storage.getItem(name)?.split(' ')[1] === key;
    for (const name of Object.keys(storage).filter(isOfKey)) storage.removeItem(name);
  });
  await rememberInItem(NAME, null).catch(() => undefined);
}

async function localName(message: OutgoingMessage): Promise<string> {
  return LOCAL_PREFIX + (await digestOfText(lookOf(message)));
}
