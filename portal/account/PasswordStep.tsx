import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { PageLink } from '../page/PageLink.tsx';
import { accountTexts } from '../texts/account-texts.ts';
import { FailureBar } from './FailureBar.tsx';
import { PasswordField } from './PasswordField.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import { useFormStyles } from './form-styles.ts';
import type { SignInStep, useSignIn } from './use-sign-in.ts';
import { useWait } from './use-wait.ts';

const useStyles = makeStyles({
  who: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
  },
  address: { fontWeight: tokens.fontWeightSemibold },
  username: { display: 'none' },
});

interface PasswordStepProps {
  readonly form: ReturnType<typeof useSignIn>;
  readonly state: Extract<SignInStep, { step: 'password' }>;
  readonly next: string;
}

/** Second step of signing in. The address is repeated in a hidden field, by which browsers find the password they keep. */
export function PasswordStep({ form, state, next }: PasswordStepProps) {
  const styles = useFormStyles();
  const own = useStyles();
  const secondsLeft = useWait(state.failure);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (state.failure) field.current?.focus();
  }, [state.failure]);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!state.isBusy && secondsLeft === 0) void form.logIn();
      }}
    >
      {state.failure ? <FailureBar failure={state.failure} secondsLeft={secondsLeft} /> : null}
      <div className={own.who}>
        <span>
          {accountTexts.signIn.signingInAs} <span className={own.address}>{form.address}</span>
        </span>
        <Link as="button" type="button" className={styles.link} onClick={form.back}>
          {accountTexts.signIn.otherAddress}
        </Link>
      </div>
      <input className={own.username} type="text" autoComplete="username" value={form.address} readOnly />
      <PasswordField
        label={accountTexts.signIn.password}
        value={form.password}
        onChange={form.setPassword}
        autoComplete="current-password"
        autoFocus
        inputRef={field}
      />
      <div className={styles.actions}>
        <PageLink className={styles.link} to="/portal/forgot" state={{ address: form.address, next }}>
          {accountTexts.signIn.forgot}
        </PageLink>
        <SubmitButton
          label={accountTexts.signIn.logIn}
          busyLabel={accountTexts.signIn.loggingIn}
          isBusy={state.isBusy}
          secondsLeft={secondsLeft}
        />
      </div>
    </form>
  );
}
