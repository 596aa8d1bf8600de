import { type ReactNode, Suspense, lazy } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import * as z from 'zod/mini';
import { folders } from '../contract/folders.ts';
import { lazyPage } from '../screen/lazy-page.ts';
import { SignInPage } from './account/SignInPage.tsx';
import { Waiting } from './page/Waiting.tsx';
import { SignedInOnly } from './session/SignedInOnly.tsx';
import { accountTexts } from './texts/account-texts.ts';

const PasswordLinkPage = lazy(() => lazyPage(import('./account/PasswordLinkPage.tsx').then((module) => module.PasswordLinkPage)));
const SecondStepPage = lazy(() =>
  lazyPage(import('./account/second-step/SecondStepPage.tsx').then((module) => module.SecondStepPage)),
);
const SetUpPage = lazy(() => lazyPage(import('./account/second-step/SetUpPage.tsx').then((module) => module.SetUpPage)));
const SettingsPage = lazy(() => lazyPage(import('./account/settings/SettingsPage.tsx').then((module) => module.SettingsPage)));
const ResetPasswordPage = lazy(() =>
  lazyPage(import('./account/ResetPasswordPage.tsx').then((module) => module.ResetPasswordPage)),
);
const ExpiredPasswordPage = lazy(() =>
  lazyPage(import('./account/ExpiredPasswordPage.tsx').then((module) => module.ExpiredPasswordPage)),
);
const LinkPage = lazy(() => lazyPage(import('./account/LinkPage.tsx').then((module) => module.LinkPage)));
const ForgotPage = lazy(() => lazyPage(import('./account/ForgotPage.tsx').then((module) => module.ForgotPage)));
const NotFoundPage = lazy(() => lazyPage(import('./page/NotFoundPage.tsx').then((module) => module.NotFoundPage)));
const LeavingPage = lazy(() => lazyPage(import('./page/LeavingPage.tsx').then((module) => module.LeavingPage)));
const HelpPage = lazy(() => lazyPage(import('./help/HelpPage.tsx').then((module) => module.HelpPage)));
const VerifyPage = lazy(() => lazyPage(import('./verify/VerifyPage.tsx').then((module) => module.VerifyPage)));
const MailboxPage = lazy(() =>
  lazyPage(import('./mailbox/load-mailbox-page.ts').then(({ loadMailboxPage }) => loadMailboxPage())),
);
const ReplyPanel = lazy(() => lazyPage(import('./compose/ReplyPanel.tsx').then((module) => module.ReplyPanel)));
const ComposePage = lazy(() => lazyPage(import('./compose/ComposePage.tsx').then((module) => module.ComposePage)));
const DraftList = lazy(() => lazyPage(import('./compose/DraftList.tsx').then((module) => module.DraftList)));

/** What one page of the way in leaves for the next, in the browser's history; somebody else's state counts as none. */
const handedOn = z.catch(
  z.object({
    address: z._default(z.string(), ''),
    next: z._default(z.string().check(z.regex(/^\/(?:portal|m)\//)), '/portal/inbox'),
    hasEnded: z._default(z.boolean(), false),
    isPasswordSet: z._default(z.boolean(), false),
  }),
  { address: '', next: '/portal/inbox', hasEnded: false, isPasswordSet: false },
);

/** Every address of the portal. */
export function Routes() {
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/portal/sign-in">
          <SignIn />
        </Route>
        <Route path="/portal/forgot">
          <Forgot />
        </Route>
        <Route path="/portal/expired-password">
          <ExpiredPassword />
        </Route>
        <Route path="/portal/reset-password">
          <ResetPassword />
        </Route>
        <Route path="/portal/password">
          <PasswordLinkPage />
        </Route>
        <Route path="/portal/second-step">
          <SecondStep />
        </Route>
        <Route path="/portal/set-up">
          <SetUp />
        </Route>
        <Route path="/portal/settings/:section?">
          {({ section }) => (
            <SignedInOnly>
              {(session) => <SettingsPage key={session.accountId} session={session} section={section ?? 'password'} />}
            </SignedInOnly>
          )}
        </Route>
        <Route path="/portal/leaving">
          <LeavingPage />
        </Route>
        <Route path="/portal/help/:topic">{({ topic }) => <HelpPage topic={topic} />}</Route>
        <Route path="/portal/verify">
          <VerifyPage />
        </Route>
        <Route path="/verify">
          <VerifyPage />
        </Route>
        <Route path="/m/:deliveryId">{({ deliveryId }) => <LinkPage deliveryId={deliveryId} wantsPassword={false} />}</Route>
        <Route path="/m/:deliveryId/password">{({ deliveryId }) => <LinkPage deliveryId={deliveryId} wantsPassword />}</Route>
        <Route path="/portal">
          <Redirect to="/portal/inbox" replace />
        </Route>
        <Route path="/portal/compose/:draftId?">
          {({ draftId }) => (
            <SignedInOnly>
              {({ accountId }) => <ComposePage key={accountId} accountId={accountId} draftId={draftId ?? null} />}
            </SignedInOnly>
          )}
        </Route>
        <Route path="/portal/drafts">
          <Mailbox folder="inbox" areDrafts deliveryId={null} isReplying={false} isToAll={false} />
        </Route>
        <Route path="/portal/search/:searchId/:deliveryId?">
          {({ searchId, deliveryId }) => (
            <Mailbox folder="inbox" searchId={searchId} deliveryId={deliveryId ?? null} isReplying={false} isToAll={false} />
          )}
        </Route>
        <Route path="/portal/search/:searchId/:deliveryId/reply">
          {(open) => <Mailbox folder="inbox" {...open} isReplying isToAll={false} />}
        </Route>
        <Route path="/portal/search/:searchId/:deliveryId/reply-all">
          {(open) => <Mailbox folder="inbox" {...open} isReplying isToAll />}
        </Route>
        <Route path="/portal/:folder/:deliveryId?">
          {({ folder, deliveryId }) => (
            <Mailbox folder={folder} deliveryId={deliveryId ?? null} isReplying={false} isToAll={false} />
          )}
        </Route>
        <Route path="/portal/:folder/:deliveryId/reply">
          {({ folder, deliveryId }) => <Mailbox folder={folder} deliveryId={deliveryId} isReplying isToAll={false} />}
        </Route>
        <Route path="/portal/:folder/:deliveryId/reply-all">
          {({ folder, deliveryId }) => <Mailbox folder={folder} deliveryId={deliveryId} isReplying isToAll />}
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  );
}

function SignIn() {
  const { address, next, hasEnded, isPasswordSet } = handedOn.parse(useHistoryState());
  return <SignInPage address={address} next={next} notice={noticeOf(hasEnded, isPasswordSet)} />;
}

function noticeOf(hasEnded: boolean, isPasswordSet: boolean) {
  if (isPasswordSet) return { kind: 'done', sentence: accountTexts.signIn.passwordSet } as const;
  return hasEnded ? ({ kind: 'fact', sentence: accountTexts.signIn.ended } as const) : undefined;
}

function Forgot() {
  const { address, next } = handedOn.parse(useHistoryState());
  return <ForgotPage address={address} next={next} />;
}

function SecondStep() {
  return <SecondStepPage next={handedOn.parse(useHistoryState()).next} />;
}

function SetUp() {
  return <SetUpPage next={handedOn.parse(useHistoryState()).next} />;
}

function ExpiredPassword() {
  const { address, next } = handedOn.parse(useHistoryState());
  return <ExpiredPasswordPage address={address} next={next} />;
}

function ResetPassword() {
  return <ResetPasswordPage next={handedOn.parse(useHistoryState()).next} />;
}

interface MailboxProps {
  readonly folder: string;
  readonly searchId?: string | null;
  readonly areDrafts?: boolean;
  readonly deliveryId: string | null;
  readonly isReplying: boolean;
  readonly isToAll: boolean;
}

function Mailbox({ folder: name, searchId = null, areDrafts = false, ...open }: MailboxProps): ReactNode {
  const folder = folders.find((known) => known === name);
  if (!folder) return <NotFoundPage />;
  return (
    <SignedInOnly>
      {(session) => (
        <MailboxPage
          key={session.accountId}
          session={session}
          folder={folder}
          searchId={searchId}
          {...open}
          ReplyPanel={ReplyPanel}
          DraftList={areDrafts ? DraftList : null}
        />
      )}
    </SignedInOnly>
  );
}
