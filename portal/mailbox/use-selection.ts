import { useCallback, useState } from 'react';
import type { Folder } from '../../contract/mailbox.ts';

const nothing: ReadonlySet<string> = new Set();

/** Which messages of a folder are chosen; another folder begins with none. */
export function useSelection(folder: Folder) {
  const [chosen, setChosen] = useState({ folder, ids: nothing });
  const ids = chosen.folder === folder ? chosen.ids : nothing;
  const choose = useCallback((wanted: readonly string[]) => setChosen({ folder, ids: new Set(wanted) }), [folder]);
  const toggle = useCallback(
    (id: string) =>
      setChosen((known) => {
        const next = new Set(known.folder === folder ? known.ids : nothing);
        if (!next.delete(id)) next.add(id);
        return { folder, ids: next };
      }),
    [folder],
  );
  return { ids, choose, toggle };
}
