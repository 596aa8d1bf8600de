import { useId, useState } from 'react';
import { limits } from '../../contract/limits.ts';
import { passwordTexts } from '../texts/password-texts.ts';
import { PasswordField } from './PasswordField.tsx';
import { RuleList } from './RuleList.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import { useFormStyles } from './form-styles.ts';
import { usePasswordRules } from './use-password-rules.ts';

interface NewPasswordFieldsProps {
  /** Whose password it will be, as far as known: it must not stand in it. */
  readonly address: string;
  readonly isBusy: boolean;
  /** What is left of a wait, in seconds. */
  readonly secondsLeft: number;
  /** Whether everything else in the form is there. */
  readonly isFormComplete: boolean;
  readonly onConfirm: (password: string) => void;
}

/** New password, once more, the rules, and *Confirm*, which waits until all are met. */
export function NewPasswordFields({ address, isBusy, secondsLeft, isFormComplete, onConfirm }: NewPasswordFieldsProps) {
  const styles = useFormStyles();
  const ruleList = useId();
  const [password, setPassword] = useState('');
  const [confirmed, setConfirmed] = useState('');
  const { rules, isTooLong, areAllMet } = usePasswordRules(password, confirmed, address);
  const words = passwordTexts.create;
  const isReady = areAllMet && isFormComplete && !isBusy;
  return (
    <>
      <PasswordField
        label={words.newPassword}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        describedBy={ruleList}
        problem={isTooLong ? words.tooLong(limits.passwordCharacters) : undefined}
      />
      <PasswordField label={words.confirmPassword} value={confirmed} onChange={setConfirmed} autoComplete="new-password" />
      <RuleList id={ruleList} rules={rules} />
      <div className={styles.actions}>
        <SubmitButton
          label={words.confirm}
          busyLabel={words.confirming}
          isBusy={isBusy}
          secondsLeft={secondsLeft}
          isIncomplete={!isReady}
          onClick={() => {
            if (isReady && secondsLeft === 0) onConfirm(password);
          }}
        />
      </div>
    </>
  );
}
