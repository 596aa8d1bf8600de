import { recallFromItem, rememberInItem } from '../outlook/item-memory.ts';
import { base64Url } from '../../screen/base64-url.ts';
import { digestOf } from './digest-of.ts';
import { inBrowser } from './in-browser.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

const NAME = 'sealpostSendKey';
const LOCAL_PREFIX = 'sealpost.send-key.';

/** The key of a send whose outcome is not known yet, kept with the draft through a reload of the pane; null when there is none.
 *  Classic Outlook tells what it keeps with a draft only once that was closed, so this browser keeps the key, too, under a digest of the content. */
export async function unresolvedSendKey(message: OutgoingMessage): Promise<string | null> {
  const name = await localName(message);
  return (await recallFromItem(NAME).catch(() => null)) ?? inBrowser((storage) => storage.getItem(name));
}

/** Makes up a key of 128 random bits. */
export function newSendKey(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(16)));
}

/** Keeps a key in this browser and with the draft, before anything is sent under it. */
export async function keepSendKey(key: string, message: OutgoingMessage): Promise<void> {
  const name = await localName(message);
  inBrowser((storage) => storage.setItem(name, key));
  await rememberInItem(NAME, key).catch(() => undefined);
}

/** Forgets the key wherever it is kept, once what became of the send is known; where that cannot be done it stays, and nothing is thrown. */
export async function forgetSendKey(key: string): Promise<void> {
  inBrowser((storage) => {
    const names = Object.keys(storage).filter((name) => name.startsWith(LOCAL_PREFIX) && storage.getItem(name) === key);
    for (const name of names) storage.removeItem(name);
  });
  await rememberInItem(NAME, null).catch(() => undefined);
}

async function localName({ from, recipients, subject, html }: OutgoingMessage): Promise<string> {
  const content = new TextEncoder().encode(JSON.stringify([from, recipients, subject, html]));
  return LOCAL_PREFIX + (await digestOf(content));
}
