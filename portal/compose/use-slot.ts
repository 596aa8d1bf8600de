import { useEffect, useState } from 'react';
import { CallError } from '../../contract/call.ts';
import { findDraft, findSlot, newSlot, putDraft } from './kept-drafts.ts';
import { type WrittenDraft, isUnsaved } from './written-draft.ts';

interface Wanted {
  readonly accountId: string;
  /** Whether a draft that this window has is the one. */
  readonly isIt: (draft: WrittenDraft) => boolean;
  /** The draft as the server has it. */
  readonly load: () => Promise<WrittenDraft | null>;
  /** What to begin with where there is none; null: it must be there. */
  readonly fresh: () => WrittenDraft | null;
}

/** The slot in which a draft is written; `isReady` once it is in there. What this window has is gone on with only where the server may not have it: else
 *  it may have been changed, sent or thrown away elsewhere. `failure` says why it could not be had. */
export function useSlot({ accountId, isIt, load, fresh }: Wanted) {
  const [slot] = useState(() => findSlot(accountId, isIt) ?? newSlot(accountId));
  const [isReady, setIsReady] = useState(() => isOnlyHere(slot));
  const [failure, setFailure] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (isReady) return;
    let isWanted = true;
    load().then(
      (found) => {
        if (!isWanted) return;
        const draft = found ?? fresh();
        if (!draft) return setFailure(new CallError('draft_not_found'));
        putDraft(slot, draft);
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
  return { slot, isReady, failure, again };
}

function isOnlyHere(slot: string): boolean {
  const draft = findDraft(slot);
  return draft !== null && (draft.revision === 0 || isUnsaved(draft));
}
