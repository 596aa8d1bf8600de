import { onLeaving } from './on-leaving.ts';

const PREFIX = 'sealpost:';
/** What the browser would not keep, because its storage is full or turned off: it lasts until the page is loaded again. */
const besideStorage = new Map<string, string>();

onLeaving(forgetTab);

/** Keeps something of an account in this tab, over reloads, until its owner logs out. */
export function keepInTab(accountId: string, key: string, value: unknown): void {
  const name = nameOf(accountId, key);
  const text = JSON.stringify(value);
  dropFromTab(accountId, key);
  try {
    sessionStorage.setItem(name, text);
  } catch {
    besideStorage.set(name, text);
  }
}

/** What was kept under this key for this account; null when nothing was. */
export function readFromTab(accountId: string, key: string): unknown {
  const name = nameOf(accountId, key);
  try {
    return JSON.parse(besideStorage.get(name) ?? sessionStorage.getItem(name) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

/** Keeps it no longer. */
export function dropFromTab(accountId: string, key: string): void {
  const name = nameOf(accountId, key);
  besideStorage.delete(name);
  inStorage((storage) => storage.removeItem(name));
}

/** The keys under which something is kept for this account that begin like this. */
export function keysInTab(accountId: string, begin: string): readonly string[] {
  const start = nameOf(accountId, '');
  const names = new Set(besideStorage.keys());
  inStorage((storage) => Object.keys(storage).forEach((name) => names.add(name)));
  return [...names].filter((name) => name.startsWith(start + begin)).map((name) => name.slice(start.length));
}

/** Forgets what was kept for anybody but this account: whoever signs in after somebody whose session ran out finds nothing of them. */
export function forgetOthers(accountId: string): void {
  const own = nameOf(accountId, '');
  for (const name of besideStorage.keys()) if (!name.startsWith(own)) besideStorage.delete(name);
  inStorage((storage) => {
    for (const name of Object.keys(storage)) if (name.startsWith(PREFIX) && !name.startsWith(own)) storage.removeItem(name);
  });
}

function forgetTab(): void {
  besideStorage.clear();
  inStorage((storage) => {
    for (const name of Object.keys(storage)) if (name.startsWith(PREFIX)) storage.removeItem(name);
  });
}

const nameOf = (accountId: string, key: string) => `${PREFIX}${accountId}:${key}`;

function inStorage(act: (storage: Storage) => void): void {
  try {
    act(sessionStorage);
  } catch {
    // Storage is turned off.
  }
}
