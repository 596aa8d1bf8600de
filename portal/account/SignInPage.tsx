import { Suspense, lazy, useEffect } from 'react';
import { Redirect } from 'wouter';
import { lazyPage } from '../../screen/lazy-page.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { PlainPage } from '../page/PlainPage.tsx';
import { useSession } from '../session/use-session.ts';
import { accountTexts } from '../texts/account-texts.ts';
import { AddressStep } from './AddressStep.tsx';
import { useSignIn } from './use-sign-in.ts';

const loadPasswordStep = () => lazyPage(import('./PasswordStep.tsx').then((module) => module.PasswordStep));
const PasswordStep = lazy(loadPasswordStep);
const PasskeySignIn = lazy(() => lazyPage(import('./second-step/PasskeySignIn.tsx').then((module) => module.PasskeySignIn)));

interface SignInPageProps {
  /** Where to go afterwards. */
  readonly next: string;
  readonly address?: string | undefined;
  /** Why somebody stands here: a sentence above the form. */
  readonly notice?: { readonly kind: 'done' | 'fact'; readonly sentence: string } | undefined;
}

/** Signs in by e-mail address, then password. Known and unknown addresses look alike. */
export function SignInPage({ next, address = '', notice }: SignInPageProps) {
  const { state } = useSession();
  const form = useSignIn(address, next);
  useEffect(() => {
    // While the address is typed; what fails now is tried again when it is needed.
    loadPasswordStep().catch(() => undefined);
  }, []);
  if (state.kind === 'signedIn') return <Redirect to={form.target} replace />;
  return (
    <PlainPage heading={accountTexts.signIn.heading}>
      {notice && form.state.step === 'address' ? <NoticeBar kind={notice.kind}>{notice.sentence}</NoticeBar> : null}
      {form.state.step === 'address' ? (
        <AddressStep
          address={form.address}
          onChange={form.setAddress}
          isWrong={form.state.isWrong}
          onNext={form.goOn}
          next={next}
          isRemembered={form.isRemembered}
          onRemember={form.remember}
        />
      ) : (
        <Suspense>
          <PasswordStep form={form} state={form.state} next={next} />
        </Suspense>
      )}
      {form.state.step === 'address' ? (
        <Suspense>
          <PasskeySignIn onSignedIn={form.begin} />
        </Suspense>
      ) : null}
    </PlainPage>
  );
}
