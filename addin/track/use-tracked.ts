import { useCallback, useState } from 'react';
import type { Api } from '../api.ts';
import { act, readTracked, type SentAction, type TrackedFlow, type TrackedState } from './tracked-flow.ts';
import { useRepeated } from './use-repeated.ts';

const EVERY_MS = 5000;

/** One message and what becomes of it, live while it is looked at. */
export function useTracked(api: Api, messageId: string, isShown: boolean) {
  const [state, show] = useState<TrackedState>({ step: 'loading' });
  const [flow] = useState<TrackedFlow>(() => ({ api, messageId, show, state: { step: 'loading' }, turn: 0 }));
  const look = useCallback(() => readTracked(flow, flow.state.step !== 'loading'), [flow]);
  useRepeated(look, EVERY_MS, isShown);
  return { state, read: () => void readTracked(flow), act: (action: SentAction) => act(flow, action) };
}
