const PREFIX = 'sealpost:';

/** Keeps something of an account in this tab, over reloads, until its owner logs out. Where the browser keeps nothing, nothing is kept. */
export function keepInTab(accountId: string, key: string, value: unknown): void {
  try {
    sessionStorage.setItem(`${PREFIX}${accountId}:${key}`, JSON.stringify(value));
  } catch {
    // Storage is full or turned off.
  }
}

/** What was kept under this key for this account; null when nothing was. */
export function readFromTab(accountId: string, key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(`${PREFIX}${accountId}:${key}`) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

/** Forgets everything that was kept in this tab, whoever's it was. */
export function forgetTab(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  } catch {
    // Storage is turned off.
  }
}
