import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { DeliveryChange, Folder, MailboxEntry } from '../../contract/mailbox.ts';
import { isCode } from '../../screen/is-code.ts';
import { useSession } from '../session/use-session.ts';
import { inverseOf, isChangedBy, makeChange, showChange } from './change-lists.ts';
import { loadedEntry, refreshFolders } from './use-deliveries.ts';

/** What became of the last change, and how to take it back. */
export type ChangeNotice =
  | { readonly kind: 'changed'; readonly change: DeliveryChange; readonly ids: readonly string[]; readonly number: number }
  | { readonly kind: 'failed'; readonly failure: unknown; readonly number: number };

/** Deletes, restores and marks messages: the lists show it at once, the server does it, *Undo* takes it back. */
export function useMailboxChanges() {
  const client = useQueryClient();
  const { end } = useSession();
  const [notice, setNotice] = useState<ChangeNotice | null>(null);
  const number = useRef(0);
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  const count = useRef(0);
  const homes = useRef(new Map<string, Folder>());

  const make = useCallback(
    async (change: DeliveryChange, entries: readonly MailboxEntry[]): Promise<boolean> => {
      const ids = entries.map(({ deliveryId }) => deliveryId);
      for (const { deliveryId, folder } of entries) if (folder !== 'deleted') homes.current.set(deliveryId, folder);
      await client.cancelQueries({ queryKey: ['deliveries'] });
      showChange(client, change, entries, ({ deliveryId }) => homes.current.get(deliveryId) ?? 'inbox');
      count.current += 1;
      // One after the other: what takes a change back must come after it.
      const done = underWay.current.then(() => makeChange(client, change, ids));
      underWay.current = done.catch(() => undefined);
      try {
        await done;
        // Where these belong only the server knows.
        if (change === 'restore' && ids.some((id) => !homes.current.has(id))) void refreshFolders(client, ['inbox', 'sent']);
        return true;
      } catch (failure) {
        void refreshFolders(client);
        setNotice({ kind: 'failed', failure, number: (number.current += 1) });
        if (isCode(failure, 'not_signed_in')) end();
        return false;
      } finally {
        count.current -= 1;
      }
    },
    [client, end],
  );

  const change = useCallback(
    (wanted: DeliveryChange, ids: readonly string[]) => {
      const known = ids.map((id) => loadedEntry(client, id)).filter((entry) => entry !== null);
      const entries = known.filter((entry) => isChangedBy(entry, wanted));
      if (entries.length === 0) return false;
      const changed = entries.map(({ deliveryId }) => deliveryId);
      setNotice({ kind: 'changed', change: wanted, ids: changed, number: (number.current += 1) });
      void make(wanted, entries);
      return true;
    },
    [client, make],
  );

  const undo = useCallback(() => {
    if (notice?.kind !== 'changed') return null;
    const entries = notice.ids.map((id) => loadedEntry(client, id)).filter((entry) => entry !== null);
    setNotice(null);
    void make(inverseOf[notice.change], entries);
    return notice.ids[0] ?? null;
  }, [client, make, notice]);

  const dismiss = useCallback(() => setNotice(null), []);
  const isChanging = useCallback(() => count.current > 0, []);
  return useMemo(() => ({ notice, change, undo, dismiss, isChanging }), [notice, change, undo, dismiss, isChanging]);
}
