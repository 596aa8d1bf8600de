import { Button } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { checkPasswordLink } from '../../contract/passwords.ts';
import { CallError } from '../../contract/call.ts';
import { identifier } from '../../contract/identifier.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { isCode } from '../../screen/is-code.ts';
import { call } from '../api.ts';
import { PlainPage } from '../page/PlainPage.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { passwordTexts } from '../texts/password-texts.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { FailureBar } from './FailureBar.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { useFormStyles } from './form-styles.ts';
import { useCreatePassword } from './use-create-password.ts';
import { useLoaded } from './use-loaded.ts';
import { useWait } from './use-wait.ts';

/** Creates a password by a mailed link, whose secret stands behind the `#` and so reaches the server only in a POST. */
export function PasswordLinkPage() {
  const words = passwordTexts.create;
  const [secret] = useState(() => location.hash.slice(1));
  const [link, again] = useLoaded(useCallback(() => checkSecret(secret), [secret]));
  if (link.kind === 'loaded') return <SetPassword secret={secret} address={link.answer.address} />;
  if (link.kind === 'failed' && isExpired(link.failure)) return <ExpiredLink />;
  return (
    <PlainPage heading={words.heading}>
      {link.kind === 'loading' ? (
        <Waiting />
      ) : (
        <ErrorBar failure={link.failure}>
          <Button onClick={again}>{pageTexts.tryAgain}</Button>
        </ErrorBar>
      )}
    </PlainPage>
  );
}

function SetPassword({ secret, address }: { readonly secret: string; readonly address: string }) {
  const styles = useFormStyles();
  const words = passwordTexts.create;
  const { isBusy, failure, confirm } = useCreatePassword('/portal/inbox');
  const secondsLeft = useWait(failure);
  if (isExpired(failure)) return <ExpiredLink />;
  return (
    <PlainPage heading={words.heading}>
      <p className={styles.words}>{words.forAddress(address)}</p>
      <form className={styles.form} noValidate onSubmit={(event) => event.preventDefault()}>
        {failure ? <FailureBar failure={failure} secondsLeft={secondsLeft} /> : null}
        <input type="text" autoComplete="username" value={address} readOnly hidden />
        <NewPasswordFields
          address={address}
          isBusy={isBusy}
          secondsLeft={secondsLeft}
          isFormComplete
          onConfirm={(newPassword) => void confirm({ kind: 'link', secret }, newPassword)}
        />
      </form>
    </PlainPage>
  );
}

function ExpiredLink() {
  const styles = useFormStyles();
  return (
    <PlainPage heading={passwordTexts.expiredLink.heading}>
      <p className={styles.words}>{passwordTexts.expiredLink.sentence}</p>
      <Link href="/portal/forgot" asChild>
        <Button as="a" href="/portal/forgot" className={styles.button} appearance="primary">
          {passwordTexts.expiredLink.sendNew}
        </Button>
      </Link>
    </PlainPage>
  );
}

function checkSecret(secret: string) {
  if (!identifier.safeParse(secret).success) return Promise.reject(new CallError('password_link_expired'));
  return call(checkPasswordLink, { secret });
}

function isExpired(failure: unknown): boolean {
  return isCode(failure, 'password_link_expired');
}
