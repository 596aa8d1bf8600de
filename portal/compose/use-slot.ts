import { useEffect, useState } from 'react';
import { type WrittenDraft, findDraft, putDraft } from './kept-drafts.ts';

/** `isReady` once a draft is in the slot: the one this window knows, else the one `load` finds, else `fresh`; `failure` when it could not be looked up. */
export function useSlot(slot: string, load: () => Promise<WrittenDraft | null>, fresh: () => WrittenDraft) {
  const [isReady, setIsReady] = useState(() => findDraft(slot) !== null);
  const [failure, setFailure] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (isReady) return;
    let isWanted = true;
    load().then(
      (found) => {
        if (!isWanted) return;
        putDraft(slot, found ?? fresh());
        setIsReady(true);
      },
      (error: unknown) => isWanted && setFailure(error),
    );
    return () => {
      isWanted = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `load` and `fresh` follow from the slot
  }, [slot, isReady, tries]);
  const again = () => {
    setFailure(null);
    setTries((last) => last + 1);
  };
  return { isReady, failure, again };
}
