import { useLayoutEffect } from 'react';
import { OutcomeNotice } from '../page/OutcomeNotice.tsx';
import { IdleWatch } from './IdleWatch.tsx';
import { noteAccount } from './account-here.ts';
import { forgetOthers } from './kept-in-tab.ts';
import type { Session } from './use-session.ts';

/** What accompanies somebody who is signed in on every page: their session is watched, and what they left to itself is told. It also loads what
 *  forgets at log-out, whatever else was loaded. */
export function BesidePage({ session }: { readonly session: Session }) {
  const { accountId, idleEndsAt } = session;
  // Before what is left of another person's page goes, and would still save.
  useLayoutEffect(() => {
    noteAccount(accountId);
    forgetOthers(accountId);
  }, [accountId]);
  return (
    <>
      <IdleWatch key={idleEndsAt} session={session} />
      <OutcomeNotice accountId={accountId} />
    </>
  );
}
