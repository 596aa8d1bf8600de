import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { requestPasskeySignIn, signInWithPasskey } from '../../../contract/passkeys.ts';
import { call } from '../../api.ts';
import type { Session } from '../../session/use-session.ts';
import { secondStepTexts } from '../../texts/second-step-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { StepFailure } from './StepFailure.tsx';
import { answerWithPasskey, knowsPasskeys } from './ask-passkey.ts';

interface PasskeySignInProps {
  readonly onSignedIn: (session: Session) => Promise<void>;
}

/** Signs in with a passkey alone: no address, no password. */
export function PasskeySignIn({ onSignedIn }: PasskeySignInProps) {
  const styles = useFormStyles();
  const [state, setState] = useState<{ isBusy: boolean; failure: unknown }>({ isBusy: false, failure: null });
  if (!knowsPasskeys()) return null;
  const signIn = async () => {
    setState({ isBusy: true, failure: null });
    try {
      const answer = await answerWithPasskey(await call(requestPasskeySignIn, {}));
      await onSignedIn(await call(signInWithPasskey, { answer }));
    } catch (failure) {
      setState({ isBusy: false, failure });
    }
  };
  return (
    <>
      <StepFailure failure={state.failure} />
      <Button className={styles.button} disabledFocusable={state.isBusy} onClick={() => void signIn()}>
        {secondStepTexts.passkey.signIn}
      </Button>
    </>
  );
}
