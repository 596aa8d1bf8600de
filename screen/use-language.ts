import { useSyncExternalStore } from 'react';
import { type SpokenLanguage, spokenLanguage } from './catalogue.ts';
import { onRedraw } from './redraw.ts';

/** The language the page speaks; draws again when it changes. For what keeps texts beyond one drawing. */
export function useLanguage(): SpokenLanguage {
  return useSyncExternalStore(onRedraw, spokenLanguage);
}
