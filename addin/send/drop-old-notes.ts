/** Forgets what this browser noted under names with this prefix more than `keptMs` milliseconds ago, or without a time: each note begins with its
 *  time, in milliseconds since 1970. */
export function dropOldNotes(storage: Storage, prefix: string, keptMs: number): void {
  const oldest = Date.now() - keptMs;
  const isKept = (name: string) => Number(storage.getItem(name)?.split(' ')[0]) >= oldest;
  for (const name of Object.keys(storage)) if (name.startsWith(prefix) && !isKept(name)) storage.removeItem(name);
}
