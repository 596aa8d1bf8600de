/** What `access` makes of the browser's storage. Even touching that throws where people or their organisation deny it; then it is null. */
export function inBrowser<T>(access: (storage: Storage) => T): T | null {
  try {
    return access(localStorage);
  } catch {
    return null;
  }
}
