import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { limits } from '../../../contract/limits.ts';
import { addPasskey, offerPasskey } from '../../../contract/passkeys.ts';
import { call } from '../../api.ts';
import type { Session } from '../../session/use-session.ts';
import { secondStepTexts } from '../../texts/second-step-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { StepFailure } from './StepFailure.tsx';
import { knowsPasskeys, makePasskey } from './ask-passkey.ts';
import { useProtectedAction } from './use-protected-action.tsx';

interface PasskeySetupProps {
  readonly onDone: (done: { readonly recoveryCodes: readonly string[]; readonly session: Session }) => void;
}

/** Makes a passkey in this browser, under a name. */
export function PasskeySetup({ onDone }: PasskeySetupProps) {
  const styles = useFormStyles();
  const words = secondStepTexts.passkey;
  const [isNaming, setIsNaming] = useState(false);
  const [name, setName] = useState(words.suggested);
  const action = useProtectedAction();
  if (!knowsPasskeys()) return <p className={styles.quiet}>{words.notSupported}</p>;
  if (!isNaming) {
    return (
      <div>
        <Button className={styles.button} onClick={() => setIsNaming(true)}>
          {words.start}
        </Button>
      </div>
    );
  }
  const add = async () => {
    const answer = await makePasskey(await call(offerPasskey, {}));
    onDone(await call(addPasskey, { name, answer }));
    setIsNaming(false);
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!action.isBusy && name.trim() !== '') void action.run(add);
      }}
    >
      <StepFailure failure={action.failure} />
      <Field label={words.name} hint={words.nameHint}>
        <Input
          className={styles.input}
          autoFocus
          maxLength={limits.passkeyNameCharacters}
          value={name}
          onChange={(_event, { value }) => setName(value)}
        />
      </Field>
      <div className={styles.actions}>
        <Button className={styles.button} onClick={() => setIsNaming(false)}>
          {secondStepTexts.cancel}
        </Button>
        <Button className={styles.button} type="submit" appearance="primary" disabledFocusable={action.isBusy}>
          {words.add}
        </Button>
      </div>
      {action.confirmation}
    </form>
  );
}
