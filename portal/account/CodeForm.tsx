import { Field, Input, Link } from '@fluentui/react-components';
import { useState } from 'react';
import { CallError } from '../../contract/call.ts';
import { limits } from '../../contract/limits.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { errorText } from '../../screen/error-text.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { accountTexts } from '../texts/account-texts.ts';
import type { CodeRequest } from './CreatePasswordPage.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { useFormStyles } from './form-styles.ts';
import { useCreatePassword } from './use-create-password.ts';

interface CodeFormProps {
  readonly deliveryId: string;
  readonly shortAddress: string;
  readonly request: CodeRequest & { readonly validMinutes: number };
}

const words = accountTexts.create;

/** The code that came by mail, and the new password. */
export function CodeForm({ deliveryId, shortAddress, request }: CodeFormProps) {
  const styles = useFormStyles();
  const [code, setCode] = useState('');
  const { isBusy, failure, confirm } = useCreatePassword(`/portal/inbox/${deliveryId}`);
  const isCodeWrong = failure instanceof CallError && failure.code === 'code_wrong';
  const wrong = errorText(failure);
  const digits = code.replace(/[\s-]/g, '').length;
  return (
    <form className={styles.form} noValidate onSubmit={(event) => event.preventDefault()}>
      <NoticeBar key={request.sentCount} kind="done">
        {words.codeSent(shortAddress, request.validMinutes)}
      </NoticeBar>
      {request.failure ? <ErrorBar failure={request.failure} /> : null}
      {failure && !isCodeWrong ? <ErrorBar failure={failure} /> : null}
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
        <Link as="button" type="button" inline disabled={request.isBusy} onClick={request.send}>
          {words.sendAnother}
        </Link>
        .
      </p>
      <NewPasswordFields
        address={shortAddress}
        isBusy={isBusy}
        isFormComplete={digits >= limits.codeDigits}
        onConfirm={(newPassword) => void confirm({ kind: 'code', deliveryId, code: code.trim() }, newPassword)}
      />
    </form>
  );
}
