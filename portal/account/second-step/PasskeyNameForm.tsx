import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { limits } from '../../../contract/limits.ts';
import { secondStepTexts } from '../../texts/second-step-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { StepFailure } from './StepFailure.tsx';

interface PasskeyNameFormProps {
  readonly suggested: string;
  readonly submit: string;
  readonly isBusy: boolean;
  readonly failure: unknown;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the name of a passkey. */
export function PasskeyNameForm({ suggested, submit, isBusy, failure, onName, onCancel }: PasskeyNameFormProps) {
  const styles = useFormStyles();
  const [name, setName] = useState(suggested);
  const words = secondStepTexts.passkey;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && name.trim() !== '') onName(name);
      }}
    >
      <StepFailure failure={failure} />
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
        <Button className={styles.button} onClick={onCancel}>
          {secondStepTexts.cancel}
        </Button>
        <Button className={styles.button} type="submit" appearance="primary" disabledFocusable={isBusy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
