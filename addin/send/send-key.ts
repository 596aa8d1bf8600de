import { recallFromItem, rememberInItem } from '../outlook/item-memory.ts';
import { base64Url } from './base64-url.ts';
import { digestOf } from './digest-of.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

const NAME = 'sealpostSendKey';
const LOCAL_PREFIX = 'sealpost.send-key.';

/** The key of a send whose outcome is not known yet, kept with the draft through a reload of the pane; null when there is none.
 *  Where Outlook keeps nothing with the draft, this browser keeps it under a digest of the content. */
export async function unresolvedSendKey(message: OutgoingMessage): Promise<string | null> {
  try {
    return await recallFromItem(NAME);
  } catch {
    return localStorage.getItem(await localName(message));
  }
}

/** Makes up a key of 128 random bits and keeps it with the draft before anything is sent under it. */
export async function newSendKey(message: OutgoingMessage): Promise<string> {
  const key = base64Url(crypto.getRandomValues(new Uint8Array(16)));
  try {
    await rememberInItem(NAME, key);
  } catch {
    localStorage.setItem(await localName(message), key);
  }
  return key;
}

/** Forgets the key, once what became of the send is known. */
export async function forgetSendKey(message: OutgoingMessage): Promise<void> {
  localStorage.removeItem(await localName(message));
  await rememberInItem(NAME, null).catch(() => undefined);
}

async function localName({ from, recipients, subject, html }: OutgoingMessage): Promise<string> {
  const content = new TextEncoder().encode(JSON.stringify([from, recipients, subject, html]));
  return LOCAL_PREFIX + (await digestOf(content));
}
