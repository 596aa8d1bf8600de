import { useEffect, useEffectEvent } from 'react';
import { readSession } from '../../contract/account.ts';
import { isCode } from '../../screen/is-code.ts';
import { call } from '../api.ts';
import { useSession } from './use-session.ts';

const ASK_EVERY_MS = 4 * 60_000;

/** Keeps the session of somebody who reads or writes at length: with keys and clicks, not by the clock, at most every 4 minutes. Where another person
 *  has signed in with this browser meanwhile, the page becomes theirs. */
export function useSessionKept(): void {
  const { state, begin, end } = useSession();
  const accountId = state.kind === 'signedIn' ? state.session.accountId : null;
  const ask = useEffectEvent(async () => {
    try {
      const found = await call(readSession, {});
      if (found.accountId !== accountId) begin(found);
    } catch (failure) {
      if (isCode(failure, 'not_signed_in')) end();
    }
  });
  useEffect(() => {
    let askedAt = Date.now();
    const touch = () => {
      if (Date.now() - askedAt < ASK_EVERY_MS) return;
      askedAt = Date.now();
      void ask();
    };
    const signs = ['keydown', 'pointerdown'] as const;
    for (const sign of signs) addEventListener(sign, touch, { passive: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, touch);
    };
  }, []);
}
