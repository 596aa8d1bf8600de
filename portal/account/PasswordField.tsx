import { Button, Field, Input } from '@fluentui/react-components';
import { type RefObject, useState } from 'react';
import { accountTexts } from '../texts/account-texts.ts';
import { useFormStyles } from './form-styles.ts';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly autoFocus?: boolean;
  /** Id of the words that explain what is wanted. */
  readonly describedBy?: string;
  readonly problem?: string | undefined;
  /** A few words on what is meant. */
  readonly hint?: string | undefined;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

/** A password that its owner may look at while typing. */
export function PasswordField({ label, value, onChange, problem, hint, describedBy, inputRef, ...input }: PasswordFieldProps) {
  const styles = useFormStyles();
  const [isShown, setIsShown] = useState(false);
  return (
    <Field label={label} {...(hint ? { hint } : {})} {...(problem ? { validationMessage: problem } : {})}>
      <Input
        {...input}
        {...(inputRef ? { input: { ref: inputRef } } : {})}
        className={styles.input}
        type={isShown ? 'text' : 'password'}
        autoCapitalize="none"
        spellCheck={false}
        {...(describedBy ? { 'aria-describedby': describedBy } : {})}
        value={value}
        onChange={(_event, { value: typed }) => onChange(typed)}
        contentAfter={
          <Button className={styles.show} appearance="transparent" onClick={() => setIsShown(!isShown)}>
            {isShown ? accountTexts.hide : accountTexts.show}
          </Button>
        }
      />
    </Field>
  );
}
