import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { readSession } from '../../contract/account.ts';
import { isCode } from '../../screen/is-code.ts';
import { call } from '../api.ts';
import { forgetPerson } from './on-leaving.ts';
import { useOtherWindows } from './other-windows.ts';
import { useReaderSettings } from './use-reader-settings.ts';
import { uncoverPage } from './uncover-page.ts';
import { type SessionState, SessionContext } from './use-session.ts';

/** Asks the server once who is signed in and keeps the answer for the page, until this window or another signs in or logs out. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ kind: 'checking' });
  const check = useCallback(async () => {
    setState(await findState());
  }, []);
  useEffect(() => {
    let isWanted = true;
    void findState().then((found) => isWanted && setState((known) => (known.kind === 'checking' ? found : known)));
    return () => {
      isWanted = false;
    };
  }, []);
  useOtherWindows((news) => {
    if (news === 'left') {
      forgetPerson();
      setState({ kind: 'signedOut', reason: 'left' });
    } else if (state.kind === 'signedIn') void findState().then((found) => found.kind === 'signedIn' && setState(found));
  });
  // What its owner has chosen is told only once the session is open.
  useReaderSettings(state.kind === 'signedIn' && state.session.state === 'open' ? state.session.settings : null);
  // What stood on the page goes with the session, and with it any dialog that was open.
  useEffect(() => (state.kind === 'signedOut' ? uncoverPage() : undefined), [state.kind]);
  const value = useMemo(() => ({ state, setState, check }), [state, check]);
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>;
}

async function findState(): Promise<SessionState> {
  try {
    return { kind: 'signedIn', session: await call(readSession, {}) };
  } catch (failure) {
    if (isCode(failure, 'not_signed_in')) return { kind: 'signedOut', reason: 'never' };
    return { kind: 'failed', failure };
  }
}
