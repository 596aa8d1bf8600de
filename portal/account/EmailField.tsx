import { Field, Input } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { accountTexts } from '../texts/account-texts.ts';
import { useFormStyles } from './form-styles.ts';

interface EmailFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether to say that this is no e-mail address. */
  readonly isWrong: boolean;
}

/** Where people type their own e-mail address. */
export function EmailField({ value, onChange, isWrong }: EmailFieldProps) {
  const styles = useFormStyles();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Not `autoFocus`: that has the page laid out twice before it is painted.
    field.current?.focus();
  }, []);
  return (
    <Field label={accountTexts.address} {...(isWrong ? { validationMessage: accountTexts.addressWrong } : {})}>
      <Input
        input={{ ref: field }}
        className={styles.input}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={(_event, { value: typed }) => onChange(typed)}
      />
    </Field>
  );
}
