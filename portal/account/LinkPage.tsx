import { Button } from '@fluentui/react-components';
import { lazy, useCallback } from 'react';
import { Redirect } from 'wouter';
import { findLink } from '../../contract/account.ts';
import { CallError } from '../../contract/call.ts';
import { isIdentifier } from '../../contract/identifier.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { isCode } from '../../screen/is-code.ts';
import { lazyPage } from '../../screen/lazy-page.ts';
import { call } from '../api.ts';
import { PageLink } from '../page/PageLink.tsx';
import { PlainPage } from '../page/PlainPage.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { pageOfStage } from '../session/page-of-stage.ts';
import { useSession } from '../session/use-session.ts';
import { accountTexts } from '../texts/account-texts.ts';
import { passwordTexts } from '../texts/password-texts.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { SignInPage } from './SignInPage.tsx';
import { useLoaded } from './use-loaded.ts';

const CreatePasswordPage = lazy(() => lazyPage(import('./CreatePasswordPage.tsx').then((module) => module.CreatePasswordPage)));

const NewTemporaryPasswordPage = lazy(() =>
  lazyPage(import('./NewTemporaryPasswordPage.tsx').then((module) => module.NewTemporaryPasswordPage)),
);
const OtherRecipientPage = lazy(() => lazyPage(import('./OtherRecipientPage.tsx').then((module) => module.OtherRecipientPage)));

interface LinkPageProps {
  readonly deliveryId: string;
  /** Whether this is the mail's second link, *Request a new one*. */
  readonly wantsPassword: boolean;
}

/** Where a notification's link leads: to the message for its recipient, to the way in for everybody else. */
export function LinkPage(props: LinkPageProps) {
  const { state } = useSession();
  if (state.kind === 'checking') return <Waiting />;
  const first = state.kind === 'signedIn' ? pageOfStage(state.session.state) : null;
  if (first) return <Redirect to={first} replace state={{ next: `/m/${props.deliveryId}` }} />;
  const reader = state.kind === 'signedIn' ? state.session : null;
  return <LinkFor key={reader?.accountId ?? 'nobody'} {...props} readerAddress={reader?.address ?? null} />;
}

function LinkFor({ deliveryId, wantsPassword, readerAddress }: LinkPageProps & { readonly readerAddress: string | null }) {
  const [link, again] = useLoaded(useCallback(() => find(deliveryId), [deliveryId]));
  const { check } = useSession();
  const retry = () => {
    // Who is signed in may not be known for the same reason.
    void check();
    again();
  };
  if (link.kind === 'failed') return <BrokenLink isWhole={isIdentifier(deliveryId)} failure={link.failure} onRetry={retry} />;
  if (link.kind === 'loading') return <Waiting />;
  const { shortAddress, isEnrolled, enrolsBy, isSignedIn } = link.answer;
  const create = <CreatePasswordPage deliveryId={deliveryId} shortAddress={shortAddress} isEnrolled={isEnrolled} />;
  const isFirstTime = !isEnrolled && enrolsBy === 'temporary-password';
  if (readerAddress !== null && !isSignedIn) return <OtherRecipientPage shortAddress={shortAddress} address={readerAddress} />;
  if (wantsPassword)
    return isFirstTime ? <NewTemporaryPasswordPage deliveryId={deliveryId} shortAddress={shortAddress} /> : create;
  if (isSignedIn) return <Redirect to={`/portal/inbox/${deliveryId}`} replace />;
  if (!isEnrolled && !isFirstTime) return create;
  const { firstTime, messageFor } = accountTexts.signIn;
  const sentence = (isFirstTime ? firstTime : messageFor)(shortAddress);
  return <SignInPage next={`/m/${deliveryId}`} notice={{ kind: 'fact', sentence }} />;
}

function find(deliveryId: string) {
  if (!isIdentifier(deliveryId)) return Promise.reject(new CallError('message_not_found'));
  return call(findLink, { deliveryId });
}

interface BrokenLinkProps {
  readonly isWhole: boolean;
  readonly failure: unknown;
  readonly onRetry: () => void;
}

function BrokenLink({ isWhole, failure, onRetry }: BrokenLinkProps) {
  const isUnknown = isCode(failure, 'message_not_found');
  const { unknown, cutOff, gone } = passwordTexts.link;
  return (
    <PlainPage heading={unknown}>
      {isUnknown ? (
        <p role="alert">{isWhole ? gone : cutOff}</p>
      ) : (
        <ErrorBar failure={failure}>
          <Button onClick={onRetry}>{pageTexts.tryAgain}</Button>
        </ErrorBar>
      )}
      <PageLink to="/portal">{pageTexts.notFound.toMessages}</PageLink>
    </PlainPage>
  );
}
