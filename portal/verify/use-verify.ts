import { useState } from 'react';
import type { OutputOf } from '../../contract/endpoint.ts';
import { verifyNotification } from '../../contract/verify.ts';
import { call } from '../api.ts';

export type Genuine = OutputOf<typeof verifyNotification>['genuine'];

type State =
  | { readonly kind: 'typing' | 'missing' | 'checking' }
  | { readonly kind: 'answered'; readonly genuine: Genuine }
  | { readonly kind: 'failed'; readonly failure: unknown };

/** A code as it is typed, and what the server says about it; typing on takes the answer away. */
export function useVerify() {
  const [code, setTyped] = useState('');
  const [state, setState] = useState<State>({ kind: 'typing' });
  const setCode = (typed: string) => {
    setTyped(typed);
    setState({ kind: 'typing' });
  };
  const check = async () => {
    if (state.kind === 'checking') return;
    if (code.trim() === '') return setState({ kind: 'missing' });
    setState({ kind: 'checking' });
    try {
      const { genuine } = await call(verifyNotification, { code });
      setState({ kind: 'answered', genuine });
    } catch (failure) {
      setState({ kind: 'failed', failure });
    }
  };
  return { code, setCode, state, check };
}
