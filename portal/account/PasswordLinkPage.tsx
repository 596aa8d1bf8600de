import { Button } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { checkPasswordLink } from '../../contract/passwords.ts';
import { isIdentifier } from '../../contract/identifier.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { isCode } from '../../screen/is-code.ts';
import { call } from '../api.ts';
import { PageLink } from '../page/PageLink.tsx';
import { PlainPage } from '../page/PlainPage.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { passwordTexts } from '../texts/password-texts.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { FailureBar } from './FailureBar.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { useFormStyles } from './form-styles.ts';
import { isGuessable } from './is-guessable.ts';
import { useCreatePassword } from './use-create-password.ts';
import { useLoaded } from './use-loaded.ts';
import { useWait } from './use-wait.ts';

/** Creates a password by a mailed link, whose secret stands behind the `#` and so reaches the server only in a POST. */
export function PasswordLinkPage() {
  const [secret] = useState(() => location.hash.slice(1));
  if (!isIdentifier(secret)) return <BrokenLink heading={passwordTexts.link.unknown} sentence={passwordTexts.link.cutOff} />;
  return <WholeLink secret={secret} />;
}

function WholeLink({ secret }: { readonly secret: string }) {
  const words = passwordTexts.create;
  const [link, again] = useLoaded(useCallback(() => call(checkPasswordLink, { secret }), [secret]));
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
  if (isExpired(failure)) return <ExpiredLink address={address} />;
  return (
    <PlainPage heading={words.heading}>
      <p className={styles.words}>{words.forAddress(address)}</p>
      <form className={styles.form} noValidate onSubmit={(event) => event.preventDefault()}>
        {failure && !isGuessable(failure) ? <FailureBar failure={failure} secondsLeft={secondsLeft} /> : null}
        <input type="text" autoComplete="username" value={address} readOnly hidden />
        <NewPasswordFields
          address={address}
          isBusy={isBusy}
          failure={failure}
          secondsLeft={secondsLeft}
          isFormComplete
          onConfirm={(newPassword) => void confirm({ kind: 'link', secret }, newPassword)}
        />
      </form>
    </PlainPage>
  );
}

/** `address`: whose password the link would have set, as far as that is known. */
function ExpiredLink({ address }: { readonly address?: string }) {
  const { heading, sentence } = passwordTexts.expiredLink;
  return <BrokenLink heading={heading} sentence={sentence} address={address} />;
}

interface BrokenLinkProps {
  readonly heading: string;
  readonly sentence: string;
  readonly address?: string | undefined;
}

/** Why a link sets no password, and both ways on: whoever used it and lost the answer has a password already. */
function BrokenLink({ heading, sentence, address = '' }: BrokenLinkProps) {
  const styles = useFormStyles();
  return (
    <PlainPage heading={heading}>
      <p className={styles.words}>{sentence}</p>
      <div className={styles.actions}>
        <PageLink className={styles.link} to="/portal/sign-in" state={{ address }}>
          {passwordTexts.forgot.back}
        </PageLink>
        <Link href="/portal/forgot" state={{ address }} asChild>
          <Button as="a" href="/portal/forgot" className={styles.button} appearance="primary">
            {passwordTexts.expiredLink.sendNew}
          </Button>
        </Link>
      </div>
    </PlainPage>
  );
}

function isExpired(failure: unknown): boolean {
  return isCode(failure, 'password_link_expired');
}
