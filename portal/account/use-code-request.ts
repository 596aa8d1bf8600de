import { useState } from 'react';
import { requestCode } from '../../contract/account.ts';
import { call } from '../api.ts';
import { useWait } from './use-wait.ts';

/** How asking for a code goes. */
export interface CodeRequest {
  readonly isBusy: boolean;
  /** For how long a code works; null before one was sent. */
  readonly validMinutes: number | null;
  readonly failure: unknown;
  readonly sentCount: number;
  readonly send: () => void;
  /** What is left of a wait, in seconds. */
  readonly secondsLeft: number;
}

/** Asks for a code to be mailed to the recipient of a link, when told to. */
export function useCodeRequest(deliveryId: string): CodeRequest {
  const [validMinutes, setValidMinutes] = useState<number | null>(null);
  const [sentCount, setSentCount] = useState(0);
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly failure: unknown }>({ isBusy: false, failure: null });
  const secondsLeft = useWait(state.failure);
  const send = async () => {
    setState({ isBusy: true, failure: null });
    try {
      const sent = await call(requestCode, { deliveryId });
      setValidMinutes(sent.validMinutes);
      setSentCount((count) => count + 1);
      setState({ isBusy: false, failure: null });
    } catch (failure) {
      setState({ isBusy: false, failure });
    }
  };
  const isHeld = state.isBusy || secondsLeft > 0;
  return { ...state, secondsLeft, validMinutes, sentCount, send: () => void (isHeld ? undefined : send()) };
}
