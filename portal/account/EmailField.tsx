import { Field, Input } from '@fluentui/react-components';
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
  return (
    <Field label={accountTexts.address} {...(isWrong ? { validationMessage: accountTexts.addressWrong } : {})}>
      <Input
        className={styles.input}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        value={value}
        onChange={(_event, { value: typed }) => onChange(typed)}
      />
    </Field>
  );
}
