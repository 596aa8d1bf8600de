import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { OutputOf } from '../../../contract/endpoint.ts';
import { confirmAuthenticatorApp, offerAuthenticatorApp } from '../../../contract/second-step.ts';
import { call } from '../../api.ts';
import type { Session } from '../../session/use-session.ts';
import { secondStepTexts } from '../../texts/second-step-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { StepFailure } from './StepFailure.tsx';
import { useProtectedAction } from './use-protected-action.tsx';

const useStyles = makeStyles({
  // Dark on light in every theme: that is how scanners read it.
  picture: { width: '200px', height: '200px', backgroundColor: 'white', borderRadius: tokens.borderRadiusMedium },
  key: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    direction: 'ltr',
    userSelect: 'all',
  },
});

interface AppSetupProps {
  readonly onDone: (done: { readonly recoveryCodes: readonly string[]; readonly session: Session }) => void;
}

/** Sets an authenticator app up: a picture and a key to take over, then its first code. */
export function AppSetup({ onDone }: AppSetupProps) {
  const styles = useFormStyles();
  const own = useStyles();
  const [offer, setOffer] = useState<OutputOf<typeof offerAuthenticatorApp> | null>(null);
  const [code, setCode] = useState('');
  const action = useProtectedAction();
  const words = secondStepTexts.app;
  if (!offer) {
    return (
      <div className={styles.form}>
        <StepFailure failure={action.failure} />
        <div>
          <Button
            className={styles.button}
            disabledFocusable={action.isBusy}
            onClick={() => void action.run(async () => setOffer(await call(offerAuthenticatorApp, {})))}
          >
            {words.start}
          </Button>
        </div>
        {action.confirmation}
      </div>
    );
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!action.isBusy) void action.run(async () => onDone(await call(confirmAuthenticatorApp, { code })));
      }}
    >
      <p className={styles.words}>{words.scan}</p>
      <img className={own.picture} src={offer.picture} alt={words.picture} width={200} height={200} />
      <p className={styles.words}>
        {words.typeKey} <span className={own.key}>{offer.key.replace(/(.{4})(?=.)/g, '$1 ')}</span>
      </p>
      <StepFailure failure={action.failure} />
      <Field label={words.enterCode}>
        <Input
          className={styles.input}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={40}
          autoFocus
          value={code}
          onChange={(_event, { value }) => setCode(value)}
        />
      </Field>
      <div className={styles.actions}>
        <Button className={styles.button} type="submit" appearance="primary" disabledFocusable={action.isBusy || code === ''}>
          {words.confirm}
        </Button>
      </div>
      {action.confirmation}
    </form>
  );
}
