import { Link } from '@fluentui/react-components';
import { useState } from 'react';
import { Redirect } from 'wouter';
import { PlainPage } from '../page/PlainPage.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { useSession } from '../session/use-session.ts';
import { passwordTexts } from '../texts/password-texts.ts';
import { FailureBar } from './FailureBar.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useFormStyles } from './form-styles.ts';
import { isGuessable } from './is-guessable.ts';
import { useResetPassword } from './use-reset-password.ts';
import { useWait } from './use-wait.ts';

/** Replaces a temporary password; nothing else of the portal answers before. `next` is where to go afterwards. */
export function ResetPasswordPage({ next }: { readonly next: string }) {
  const { state } = useSession();
  if (state.kind === 'checking') return <Waiting />;
  if (state.kind !== 'signedIn') return <Redirect to="/portal/sign-in" replace state={{ next }} />;
  if (state.session.state !== 'reset-password') return <Redirect to={next} replace />;
  return <ResetForm address={state.session.address} />;
}

function ResetForm({ address }: { readonly address: string }) {
  const styles = useFormStyles();
  const words = passwordTexts.reset;
  const session = useSession();
  const [current, setCurrent] = useState('');
  const { isBusy, failure, isCurrentWrong, confirm } = useResetPassword();
  const secondsLeft = useWait(failure);
  return (
    <PlainPage heading={words.heading}>
      <p className={styles.words}>{words.sentence}</p>
      <form className={styles.form} noValidate onSubmit={(event) => event.preventDefault()}>
        {failure && !isCurrentWrong && !isGuessable(failure) ? <FailureBar failure={failure} secondsLeft={secondsLeft} /> : null}
        <input type="text" autoComplete="username" value={address} readOnly hidden />
        <PasswordField
          label={words.current}
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
          autoFocus
          hint={words.currentHint}
          problem={isCurrentWrong ? words.currentWrong : undefined}
        />
        <NewPasswordFields
          address={address}
          isBusy={isBusy}
          failure={failure}
          secondsLeft={secondsLeft}
          isFormComplete={current !== ''}
          onConfirm={(newPassword) => void confirm(current, newPassword)}
        />
      </form>
      <Link as="button" type="button" className={styles.link} onClick={() => void session.leave().catch(() => undefined)}>
        {words.logOut}
      </Link>
    </PlainPage>
  );
}
