import { useEffect, useState } from 'react';
import { type DraftEntry, discardDraft, listDrafts } from '../../contract/compose.ts';
import { call } from '../api.ts';
import { useToldOutcome } from '../page/told-outcome.ts';
import { discardWritten } from './discard-written.ts';
import { findSlot } from './kept-drafts.ts';

/** The author's drafts as far as they were asked for, and how one is thrown away. */
export function useDrafts(accountId: string) {
  const [entries, setEntries] = useState<readonly DraftEntry[] | null>(null);
  const [nextCursor, setNextCursor] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  // What is being sent while the list stands is no draft any more once it was, and can be thrown away once it was not.
  const told = useToldOutcome(accountId);
  const sentId = told?.failure === null ? told.draftId : null;
  const [sent, setSent] = useState<readonly string[]>([]);
  if (sentId !== null && !sent.includes(sentId)) setSent([...sent, sentId]);
  const more = () => {
    setFailure(null);
    call(listDrafts, nextCursor === null ? {} : { cursor: nextCursor }).then((page) => {
      setEntries((known) => [...(known ?? []), ...page.entries]);
      setNextCursor(page.nextCursor);
    }, setFailure);
  };
  /** Whether it is gone; where not, `failure` says why. */
  const discard = async (draftId: string): Promise<boolean> => {
    setFailure(null);
    try {
      const slot = findSlot(accountId, ({ sendKey }) => sendKey === draftId);
      if (slot !== null) await discardWritten(slot);
      await call(discardDraft, { draftId });
      setEntries((known) => known?.filter((entry) => entry.draftId !== draftId) ?? null);
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    }
  };
  useEffect(() => {
    let isWanted = true;
    call(listDrafts, {}).then(
      (page) => {
        if (!isWanted) return;
        setEntries(page.entries);
        setNextCursor(page.nextCursor);
      },
      (error: unknown) => isWanted && setFailure(error),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return { entries: entries?.filter(({ draftId }) => !sent.includes(draftId)) ?? null, nextCursor, failure, more, discard };
}
