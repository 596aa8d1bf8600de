import { Button } from '@fluentui/react-components';
import { lazy, useCallback } from 'react';
import { Redirect } from 'wouter';
import { findLink } from '../../contract/account.ts';
import { CallError } from '../../contract/call.ts';
import { identifier } from '../../contract/identifier.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { lazyPage } from '../../screen/lazy-page.ts';
import { call } from '../api.ts';
import { PageLink } from '../page/PageLink.tsx';
import { PlainPage } from '../page/PlainPage.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { pageOfStage } from '../session/page-of-stage.ts';
import { useSession } from '../session/use-session.ts';
import { accountTexts } from '../texts/account-texts.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { OtherRecipientPage } from './OtherRecipientPage.tsx';
import { SignInPage } from './SignInPage.tsx';
import { useLoaded } from './use-loaded.ts';

const CreatePasswordPage = lazy(() => lazyPage(import('./CreatePasswordPage.tsx').then((module) => module.CreatePasswordPage)));

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
  if (link.kind === 'failed') return <BrokenLink failure={link.failure} onRetry={again} />;
  if (link.kind === 'loading') return <Waiting />;
  const { shortAddress, isEnrolled, isSignedIn } = link.answer;
  if (wantsPassword) return <CreatePasswordPage deliveryId={deliveryId} shortAddress={shortAddress} />;
  if (isSignedIn) return <Redirect to={`/portal/inbox/${deliveryId}`} replace />;
  if (readerAddress !== null) return <OtherRecipientPage shortAddress={shortAddress} address={readerAddress} />;
  if (!isEnrolled) return <CreatePasswordPage deliveryId={deliveryId} shortAddress={shortAddress} />;
  const notice = { kind: 'fact', sentence: accountTexts.signIn.messageFor(shortAddress) } as const;
  return <SignInPage next={`/m/${deliveryId}`} notice={notice} />;
}

function find(deliveryId: string) {
  if (!identifier.safeParse(deliveryId).success) return Promise.reject(new CallError('message_not_found'));
  return call(findLink, { deliveryId });
}

function BrokenLink({ failure, onRetry }: { readonly failure: unknown; readonly onRetry: () => void }) {
  const isUnknown = failure instanceof CallError && failure.code === 'message_not_found';
  return (
    <PlainPage heading={accountTexts.link.unknown}>
      <ErrorBar failure={failure}>{isUnknown ? null : <Button onClick={onRetry}>{pageTexts.tryAgain}</Button>}</ErrorBar>
      <PageLink to="/portal">{pageTexts.notFound.toMessages}</PageLink>
    </PlainPage>
  );
}
