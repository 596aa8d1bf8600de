import { newFlow } from '../../addin/send/send-flow.ts';
import type { SendState } from '../../addin/send/send-state.ts';
import type { Api } from '../../addin/api.ts';

/** A pane without a screen: its flow, and what it would show. */
export function aPane(api: Api) {
  const states: SendState[] = [];
  const flow = newFlow(api, (state) => void states.push(state));
  const last = () => states.at(-1);
  const problems = () => {
    const state = last();
    return state?.step === 'ready' ? state.problems.map(({ kind }) => kind) : [];
  };
  return { flow, states, last, problems };
}

/** jsdom has no locks; this one gives each name to one after the other, as browsers do. */
export function takeTurns(): void {
  const tails = new Map<string, Promise<unknown>>();
  const request = (name: string, { signal }: LockOptions, work: () => Promise<unknown>) => {
    const turn = (tails.get(name) ?? Promise.resolve()).then(() => {
      signal?.throwIfAborted();
      return work();
    });
    tails.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  };
  Object.assign(navigator, { locks: { request } });
}
