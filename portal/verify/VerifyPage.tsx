import { Button, Field, Input } from '@fluentui/react-components';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { PageLink } from '../page/PageLink.tsx';
import { PlainPage } from '../page/PlainPage.tsx';
import { useSettings } from '../page/settings-context.ts';
import { verifyTexts } from '../texts/verify-texts.ts';
import { VerifyAnswer } from './VerifyAnswer.tsx';
import { useVerify } from './use-verify.ts';
import { useVerifyStyles } from './verify-styles.ts';

/** Anybody types the code of a mail here and learns whether the mail is genuine; nobody has to sign in. */
export function VerifyPage() {
  const styles = useVerifyStyles();
  const { organisation } = useSettings();
  const { code, setCode, state, check } = useVerify();
  const isBusy = state.kind === 'checking';
  return (
    <PlainPage heading={verifyTexts.heading}>
      <p className={styles.words}>{verifyTexts.sentence(organisation.name)}</p>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        {state.kind === 'failed' ? <ErrorBar failure={state.failure} /> : null}
        <Field
          label={verifyTexts.code}
          hint={verifyTexts.example}
          {...(state.kind === 'missing' ? { validationMessage: verifyTexts.missing } : {})}
        >
          <Input
            className={styles.input}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            autoFocus
            maxLength={100}
            value={code}
            onChange={(_event, { value }) => setCode(value)}
          />
        </Field>
        <Button className={styles.button} type="submit" appearance="primary" disabledFocusable={isBusy}>
          {isBusy ? verifyTexts.checking : verifyTexts.check}
        </Button>
      </form>
      {state.kind === 'answered' ? <VerifyAnswer genuine={state.genuine} /> : null}
      <PageLink className={styles.link} to="/portal/help/genuine">
        {verifyTexts.more}
      </PageLink>
    </PlainPage>
  );
}
