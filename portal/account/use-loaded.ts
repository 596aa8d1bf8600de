import { useCallback, useEffect, useState } from 'react';

export type Loaded<Answer> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly failure: unknown };

/** Loads once and again when `load` changes (keep it by `useCallback`) or somebody asks for it; what was loaded stays until the new answer is there. */
export function useLoaded<Answer>(load: () => Promise<Answer>) {
  const [loaded, setLoaded] = useState<Loaded<Answer>>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (answer) => isCurrent && setLoaded({ kind: 'loaded', answer }),
      (failure: unknown) => isCurrent && setLoaded({ kind: 'failed', failure }),
    );
    return () => {
      isCurrent = false;
    };
  }, [load, round]);
  const again = useCallback(() => {
    setLoaded((now) => (now.kind === 'loaded' ? now : { kind: 'loading' }));
    setRound((count) => count + 1);
  }, []);
  return [loaded, again] as const;
}
