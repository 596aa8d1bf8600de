import { setTimeout as wait } from 'node:timers/promises';

/** So long the first item waits for others, in milliseconds. */
const GATHER_MS = 50;

/** Makes a function that writes one item and answers once it is written; what comes within moments or while a write is under way is written together.
 *  @throws for each item of a write what that threw */
export function writeTogether<Item>(write: (items: readonly Item[]) => Promise<void>): (item: Item) => Promise<void> {
  let waiting: { readonly item: Item; readonly end: (written: Promise<void>) => void }[] = [];
  let isWriting = false;
  const writeWaiting = async () => {
    isWriting = true;
    while (waiting.length > 0) {
      await wait(GATHER_MS);
      const together = waiting;
      waiting = [];
      const written = write(together.map(({ item }) => item));
      for (const { end } of together) end(written);
      await written.catch(() => undefined);
    }
    isWriting = false;
  };
  return (item) =>
    new Promise((resolve) => {
      waiting.push({ item, end: resolve });
      if (!isWriting) void writeWaiting();
    });
}
