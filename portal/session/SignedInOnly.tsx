import { Button } from '@fluentui/react-components';
import { type ReactNode, Suspense, lazy } from 'react';
import { Redirect, useLocation } from 'wouter';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { lazyPage } from '../../screen/lazy-page.ts';
import { PlainPage } from '../page/PlainPage.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { pageTexts } from '../texts/page-texts.ts';
import { pageOfStage } from './page-of-stage.ts';
import { type Session, useSession } from './use-session.ts';

const BesidePage = lazy(() => lazyPage(import('./BesidePage.tsx').then((module) => module.BesidePage)));

/** Shows its children to somebody who is signed in; leads everybody else to sign in first and back here afterwards. */
export function SignedInOnly({ children }: { readonly children: (session: Session) => ReactNode }) {
  const { state, check } = useSession();
  const [path] = useLocation();
  switch (state.kind) {
    case 'checking':
      return <Waiting />;
    case 'failed':
      return (
        <PlainPage heading={pageTexts.unreachable}>
          <ErrorBar failure={state.failure}>
            <Button onClick={() => void check()}>{pageTexts.tryAgain}</Button>
          </ErrorBar>
        </PlainPage>
      );
    case 'signedOut':
      return (
        <Redirect
          to="/portal/sign-in"
          replace
          state={state.reason === 'left' ? {} : { next: path, hasEnded: state.reason === 'ended' }}
        />
      );
    case 'signedIn': {
      const first = pageOfStage(state.session.state);
      return first ? (
        <Redirect to={first} replace state={{ next: path }} />
      ) : (
        <Watched session={state.session}>{children}</Watched>
      );
    }
  }
}

interface WatchedProps {
  readonly session: Session;
  readonly children: (session: Session) => ReactNode;
}

function Watched({ session, children }: WatchedProps) {
  return (
    <>
      {children(session)}
      <Suspense>
        <BesidePage session={session} />
      </Suspense>
    </>
  );
}
