import { useCallback, useState } from 'react';
import type { Api } from '../api.ts';
import { refreshSent, type SentFlow, type SentListState, showMore, showSent } from './sent-flow.ts';
import { useRepeated } from './use-repeated.ts';

const EVERY_MS = 30_000;

/** The list of what was sent, kept up to date while it is looked at, and the search in it. */
export function useSentList(api: Api, isShown: boolean) {
  const [state, show] = useState<SentListState>({ step: 'loading' });
  const [text, setText] = useState('');
  const [flow] = useState<SentFlow>(() => ({ api, show, state: { step: 'loading' }, text: '', asking: null }));
  const refresh = useCallback(() => refreshSent(flow), [flow]);
  useRepeated(refresh, EVERY_MS, isShown);
  return {
    state,
    /** What was searched for; empty for the whole list. */
    text,
    search: (wanted: string) => {
      setText(wanted);
      void showSent(flow, wanted);
    },
    more: () => void showMore(flow),
  };
}
