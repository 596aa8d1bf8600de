import { useSyncExternalStore } from 'react';
import type { ThemeKind } from './make-theme.ts';

const queries = ['(forced-colors: active)', '(prefers-color-scheme: dark)'] as const;

/** The theme the system asks for, followed live: forced colours before dark before light. */
export function usePreferredTheme(): ThemeKind {
  return useSyncExternalStore(watch, preferred);
}

function preferred(): ThemeKind {
  if (typeof matchMedia === 'undefined') return 'light';
  if (matchMedia(queries[0]).matches) return 'highContrast';
  return matchMedia(queries[1]).matches ? 'dark' : 'light';
}

function watch(changed: () => void): () => void {
  if (typeof matchMedia === 'undefined') return () => undefined;
  const lists = queries.map((query) => matchMedia(query));
  lists.forEach((list) => list.addEventListener('change', changed));
  return () => lists.forEach((list) => list.removeEventListener('change', changed));
}
