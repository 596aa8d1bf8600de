import { createContext, useContext, useMemo } from 'react';
import type { OutputOf } from '../../contract/endpoint.ts';
import { type readSession, signOut } from '../../contract/account.ts';
import { signOutEverywhere } from '../../contract/sessions.ts';
import { call } from '../api.ts';
import { finishPerson, forgetPerson } from './on-leaving.ts';
import { tellOtherWindows } from './other-windows.ts';

export type Session = OutputOf<typeof readSession>;

/** Why nobody is signed in: nobody was, the session ran out, or its owner logged out. */
export type SignedOutReason = 'never' | 'ended' | 'left';

export type SessionState =
  | { readonly kind: 'checking' }
  | { readonly kind: 'failed'; readonly failure: unknown }
  | { readonly kind: 'signedOut'; readonly reason: SignedOutReason }
  | { readonly kind: 'signedIn'; readonly session: Session };

interface Kept {
  readonly state: SessionState;
  readonly setState: (state: SessionState) => void;
  readonly check: () => Promise<void>;
}

export const SessionContext = createContext<Kept | null>(null);

/** Who is signed in on this page, and the ways that changes. */
export function useSession() {
  const kept = useContext(SessionContext);
  if (!kept) throw new Error('SessionProvider is missing');
  const { state, setState, check } = kept;
  return useMemo(
    () => ({
      state,
      check,
      /** Somebody signed in just now. */
      begin: (session: Session) => {
        setState({ kind: 'signedIn', session });
        tellOtherWindows('begun');
      },
      /** The server no longer knows the session. */
      end: () => setState({ kind: 'signedOut', reason: 'ended' }),
      /** Ends the session here and on the server. @throws CallError */
      leave: async () => {
        await finishPerson();
        await call(signOut, {});
        leaveHere(setState);
      },
      /** Ends every session of the account. @throws CallError */
      leaveEverywhere: async () => {
        await finishPerson();
        await call(signOutEverywhere, {});
        leaveHere(setState);
      },
    }),
    [state, setState, check],
  );
}

function leaveHere(setState: Kept['setState']): void {
  forgetPerson();
  setState({ kind: 'signedOut', reason: 'left' });
  tellOtherWindows('left');
}
