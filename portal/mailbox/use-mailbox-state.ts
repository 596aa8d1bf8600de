import { useCallback, useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { DeliveryChange, Folder, MailboxEntry } from '../../contract/mailbox.ts';
import { actionTexts } from '../texts/actions-texts.ts';
import { focusRow, focusRowSoon } from './focus-row.ts';
import type { Mailbox } from './mailbox-context.ts';
import { FULL, messageAddress } from './message-address.ts';
import { isPhone } from '../page/screen-media.ts';
import { useMailboxChanges } from './use-mailbox-changes.ts';
import { useSelection } from './use-selection.ts';

/** What the mailbox shows and does: which messages are chosen, what became of the last change, and where the reader goes after it. */
export function useMailboxState(folder: Folder, place: string, openId: string | null, entries: readonly MailboxEntry[]) {
  const isFull = useSearch() === FULL && openId !== null;
  const changes = useMailboxChanges();
  const { ids: chosenIds, choose, toggle } = useSelection(place);
  const { announced, announce } = useAnnounced();
  const goOn = useGoOn(place, openId, isFull);
  const { change: make, undo: takeBack } = changes;
  const change = useCallback(
    (wanted: DeliveryChange, ids: readonly string[]) => {
      if (ids.length === 0 || (wanted === 'delete' && folder === 'deleted')) return;
      const next = nextAfter(entries, ids);
      if (!make(wanted, ids) || wanted === 'read' || wanted === 'unread') return;
      choose([]);
      // A deleted message that was reached from elsewhere, as by its link, stays open once it is restored.
      if (wanted !== 'restore' || folder === 'deleted') goOn(ids, next);
    },
    [entries, folder, make, choose, goOn],
  );
  const undo = useCallback(() => {
    const first = takeBack();
    if (first === null) return;
    announce(actionTexts.undone);
    focusRowSoon(first);
  }, [takeBack, announce]);
  const mailbox: Mailbox = useMemo(
    () => ({ folder, place, entries, openId, isFull, chosenIds, toggle, choose, change, undo, announce }),
    [folder, place, entries, openId, isFull, chosenIds, toggle, choose, change, undo, announce],
  );
  return { mailbox, changes, announced };
}

/** What was said last, numbered: the same words again are to be heard again. */
function useAnnounced() {
  const [announced, setAnnounced] = useState({ sentence: '', number: 0 });
  const announce = useCallback((sentence: string) => setAnnounced(({ number }) => ({ sentence, number: number + 1 })), []);
  return { announced, announce };
}

/** Where to go once messages have left the folder: from the open one to the next, on a phone back to the list. */
function useGoOn(place: string, openId: string | null, isFull: boolean) {
  const [, navigate] = useLocation();
  return useCallback(
    (gone: readonly string[], next: string | null) => {
      if (openId === null || !gone.includes(openId)) return focusRow(next);
      if (next === null || isPhone()) {
        navigate(messageAddress(place, null), { replace: true });
        focusRowSoon(next);
      } else navigate(messageAddress(place, next, isFull), { replace: true, state: { focus: 'message' } });
    },
    [place, openId, isFull, navigate],
  );
}

/** The message below those that go, else the one above; null when none is left, and when those that go stand in another list. */
function nextAfter(entries: readonly MailboxEntry[], gone: readonly string[]): string | null {
  const isGone = new Set(gone);
  const last = entries.findLastIndex(({ deliveryId }) => isGone.has(deliveryId));
  if (last < 0) return null;
  const below = entries.slice(last + 1).find(({ deliveryId }) => !isGone.has(deliveryId));
  const above = entries.slice(0, last).findLast(({ deliveryId }) => !isGone.has(deliveryId));
  return (below ?? above)?.deliveryId ?? null;
}
