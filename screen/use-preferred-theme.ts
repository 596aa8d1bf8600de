import { useSyncExternalStore } from 'react';
import type { ThemeKind } from './make-theme.ts';

const DARK = '(prefers-color-scheme: dark)';

/** The theme the system asks for, followed live. */
export function usePreferredTheme(): ThemeKind {
  return useSyncExternalStore(watch, preferred);
}

function preferred(): ThemeKind {
  if (typeof matchMedia === 'undefined') return 'light';
  return matchMedia(DARK).matches ? 'dark' : 'light';
}

function watch(changed: () => void): () => void {
  if (typeof matchMedia === 'undefined') return () => undefined;
  const list = matchMedia(DARK);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}
