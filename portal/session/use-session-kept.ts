import { useEffect } from 'react';
import { readSession } from '../../contract/account.ts';
import { CallError } from '../../contract/call.ts';
import { call } from '../api.ts';

const ASK_EVERY_MS = 4 * 60_000;

/** Keeps the session of somebody who reads or writes at length: with keys and clicks, not by the clock, at most every 4 minutes. */
export function useSessionKept(onEnded: () => void): void {
  useEffect(() => {
    let askedAt = Date.now();
    const touch = () => {
      if (Date.now() - askedAt < ASK_EVERY_MS) return;
      askedAt = Date.now();
      call(readSession, {}).catch((failure: unknown) => {
        if (failure instanceof CallError && failure.code === 'not_signed_in') onEnded();
      });
    };
    const signs = ['keydown', 'pointerdown'] as const;
    for (const sign of signs) addEventListener(sign, touch, { passive: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, touch);
    };
  }, [onEnded]);
}
