import { useId, useState } from 'react';
import { limits } from '../../contract/limits.ts';
import { passwordTexts } from '../texts/password-texts.ts';
import { PasswordField } from './PasswordField.tsx';
import { RuleList } from './RuleList.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import { useFormStyles } from './form-styles.ts';
import { isGuessable } from './is-guessable.ts';
import { usePasswordRules } from './use-password-rules.ts';

interface NewPasswordFieldsProps {
  /** Whose password it will be, as far as known: it must not stand in it. */
  readonly address: string;
  readonly isBusy: boolean;
  /** Why the last password was not taken; where it was easy to guess, that is said here. */
  readonly failure: unknown;
  /** What is left of a wait, in seconds. */
  readonly secondsLeft: number;
  /** Whether everything else in the form is there. */
  readonly isFormComplete: boolean;
  readonly onConfirm: (password: string) => void;
}

/** New password, once more, the rules, and *Confirm*, which waits until all are met. */
export function NewPasswordFields({ address, isBusy, failure, secondsLeft, isFormComplete, onConfirm }: NewPasswordFieldsProps) {
  const styles = useFormStyles();
  const ruleList = useId();
  const [password, setPassword] = useState('');
  const [confirmed, setConfirmed] = useState('');
  const [sent, setSent] = useState('');
  const isRefused = isGuessable(failure) && password === sent;
  const { rules, isTooLong, areAllMet } = usePasswordRules(password, confirmed, address, isRefused);
  const words = passwordTexts.create;
  const tooLong = isTooLong ? words.tooLong(limits.passwordCharacters) : undefined;
  const isReady = areAllMet && isFormComplete && !isBusy;
  return (
    <>
      <PasswordField
        label={words.newPassword}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        describedBy={ruleList}
        problem={isRefused ? words.guessed : tooLong}
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
            if (!isReady || secondsLeft > 0) return;
            setSent(password);
            onConfirm(password);
          }}
        />
      </div>
    </>
  );
}
