import { useCallback, useState } from 'react';

const nothing: ReadonlySet<string> = new Set();

/** Which messages of a place (a folder or a search) are chosen; another place begins with none. */
export function useSelection(place: string) {
  const [chosen, setChosen] = useState({ place, ids: nothing });
  const ids = chosen.place === place ? chosen.ids : nothing;
  const choose = useCallback((wanted: readonly string[]) => setChosen({ place, ids: new Set(wanted) }), [place]);
  const toggle = useCallback(
    (id: string) =>
      setChosen((known) => {
        const next = new Set(known.place === place ? known.ids : nothing);
        if (!next.delete(id)) next.add(id);
        return { place, ids: next };
      }),
    [place],
  );
  return { ids, choose, toggle };
}
