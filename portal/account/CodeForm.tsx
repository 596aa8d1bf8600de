import { Button, Field, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { limits } from '../../contract/limits.ts';
import { errorText } from '../../screen/error-text.ts';
import { isCode } from '../../screen/is-code.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { PageLink } from '../page/PageLink.tsx';
import { passwordTexts } from '../texts/password-texts.ts';
import type { CodeRequest } from './use-code-request.ts';
import { FailureBar } from './FailureBar.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { useFormStyles } from './form-styles.ts';
import { isGuessable } from './is-guessable.ts';
import { useCreatePassword } from './use-create-password.ts';
import { useWait } from './use-wait.ts';

const useStyles = makeStyles({
  over: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
});

interface CodeFormProps {
  readonly deliveryId: string;
  readonly shortAddress: string;
  readonly request: CodeRequest;
}

/** The code that came by mail, and the new password. */
export function CodeForm({ deliveryId, shortAddress, request }: CodeFormProps) {
  const styles = useFormStyles();
  const words = passwordTexts.create;
  const [code, setCode] = useState('');
  const next = `/portal/inbox/${deliveryId}`;
  const { isBusy, failure: refused, confirm } = useCreatePassword(next);
  const failure = useStandingFailure(refused, request.sentCount);
  const isCodeWrong = isCode(failure, 'code_wrong');
  const isCodeOver = isCode(failure, 'code_exhausted', 'code_expired');
  const secondsLeft = useWait(failure);
  const wrong = errorText(failure);
  const digits = code.replace(/[\s-]/g, '').length;
  return (
    <form className={styles.form} noValidate onSubmit={(event) => event.preventDefault()}>
      {request.validMinutes === null || isCodeOver ? null : (
        <NoticeBar key={request.sentCount} kind="done">
          {words.codeSent(shortAddress, request.validMinutes)}
        </NoticeBar>
      )}
      {request.failure ? <FailureBar failure={request.failure} secondsLeft={request.secondsLeft} /> : null}
      {failure && !isCodeWrong && !isGuessable(failure) ? (
        <FailureBar failure={failure} secondsLeft={secondsLeft}>
          {isCodeOver ? <CodeOver onSend={request.send} next={isCode(failure, 'code_expired') ? next : null} /> : null}
        </FailureBar>
      ) : null}
      <Field label={words.code} {...(isCodeWrong ? { validationMessage: `${wrong.sentence} ${wrong.nextStep}` } : {})}>
        <Input
          className={styles.input}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          maxLength={40}
          value={code}
          onChange={(_event, { value }) => setCode(value)}
        />
      </Field>
      <p className={styles.quiet}>
        {words.codeLate}{' '}
        <Link as="button" type="button" inline disabled={request.isBusy || request.secondsLeft > 0} onClick={request.send}>
          {words.sendAnother}
        </Link>
        .
      </p>
      <NewPasswordFields
        address={shortAddress}
        isBusy={isBusy}
        failure={failure}
        secondsLeft={secondsLeft}
        isFormComplete={digits >= limits.codeDigits}
        onConfirm={(newPassword) => void confirm({ kind: 'code', deliveryId, code: code.trim() }, newPassword)}
      />
    </form>
  );
}

interface CodeOverProps {
  readonly onSend: () => void;
  /** Where to go on after signing in, where the code may be over because it did set the password and the answer was lost; else null. */
  readonly next: string | null;
}

function CodeOver({ onSend, next }: CodeOverProps) {
  const styles = useFormStyles();
  const { over } = useStyles();
  return (
    <div className={over}>
      <Button className={styles.button} onClick={onSend}>
        {passwordTexts.create.anotherCode}
      </Button>
      {next === null ? null : (
        <p className={styles.words}>
          {passwordTexts.create.isSetAlready}{' '}
          <PageLink to="/portal/sign-in" state={{ next }}>
            {passwordTexts.forgot.back}
          </PageLink>
        </p>
      )}
    </div>
  );
}

/** A failure until a further code was sent: what was wrong with the last one is no news then. */
function useStandingFailure(failure: unknown, sentCount: number): unknown {
  const [known, setKnown] = useState({ failure, sentCount });
  if (known.failure !== failure) setKnown({ failure, sentCount });
  return known.failure === failure && known.sentCount !== sentCount ? null : failure;
}
