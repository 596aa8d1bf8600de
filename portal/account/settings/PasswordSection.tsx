import { useState } from 'react';
import { changePassword } from '../../../contract/passwords.ts';
import { isCode } from '../../../screen/is-code.ts';
import { NoticeBar } from '../../page/NoticeBar.tsx';
import { call } from '../../api.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { passwordTexts } from '../../texts/password-texts.ts';
import { NewPasswordFields } from '../NewPasswordFields.tsx';
import { PasswordField } from '../PasswordField.tsx';
import { useFormStyles } from '../form-styles.ts';
import { isGuessable } from '../is-guessable.ts';
import { StepFailure } from '../second-step/StepFailure.tsx';
import { useProtectedAction } from '../second-step/use-protected-action.tsx';
import { useWait } from '../use-wait.ts';
import type { SectionProps } from './SettingsPage.tsx';

/** Another password for somebody who knows the present one. */
export function PasswordSection({ session }: SectionProps) {
  const styles = useFormStyles();
  const [current, setCurrent] = useState('');
  const [changes, setChanges] = useState(0);
  const action = useProtectedAction();
  const { failure } = action;
  const secondsLeft = useWait(failure);
  const isCurrentWrong = isCode(failure, 'credentials_wrong');
  const words = settingsTexts.password;
  const change = (newPassword: string) =>
    action.run(async () => {
      await call(changePassword, { currentPassword: current, newPassword });
      setCurrent('');
      setChanges(changes + 1);
    });
  return (
    <form className={styles.form} noValidate onSubmit={(event) => event.preventDefault()}>
      <p className={styles.words}>{words.explain}</p>
      {changes > 0 && !failure ? <NoticeBar kind="done">{words.changed}</NoticeBar> : null}
      {isCurrentWrong || isGuessable(failure) ? null : <StepFailure failure={failure} />}
      <input type="text" autoComplete="username" value={session.address} readOnly hidden />
      <PasswordField
        label={words.current}
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        problem={isCurrentWrong ? passwordTexts.reset.currentWrong : undefined}
      />
      <NewPasswordFields
        key={changes}
        address={session.address}
        isBusy={action.isBusy}
        failure={failure}
        secondsLeft={secondsLeft}
        isFormComplete={current !== ''}
        onConfirm={(password) => void change(password)}
      />
    </form>
  );
}
