import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { confirmIdentity } from '../../../contract/second-step.ts';
import { isCode } from '../../../screen/is-code.ts';
import { call } from '../../api.ts';
import { useFocusBack } from '../../page/use-focus-back.ts';
import { passwordTexts } from '../../texts/password-texts.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { FailureBar } from '../FailureBar.tsx';
import { PasswordField } from '../PasswordField.tsx';
import { SubmitButton } from '../SubmitButton.tsx';
import { useFormStyles } from '../form-styles.ts';
import { useWait } from '../use-wait.ts';

interface ConfirmIdentityProps {
  readonly onConfirmed: () => void;
  readonly onCancel: () => void;
}

/** Asks for the password once more. */
export function ConfirmIdentity({ onConfirmed, onCancel }: ConfirmIdentityProps) {
  const styles = useFormStyles();
  useFocusBack();
  const [password, setPassword] = useState('');
  const [state, setState] = useState<{ isBusy: boolean; failure: unknown }>({ isBusy: false, failure: null });
  const secondsLeft = useWait(state.failure);
  const isWrong = isCode(state.failure, 'credentials_wrong');
  const words = settingsTexts.confirmIt;
  const confirm = async () => {
    setState({ isBusy: true, failure: null });
    try {
      await call(confirmIdentity, { currentPassword: password });
      onConfirmed();
    } catch (failure) {
      setPassword('');
      setState({ isBusy: false, failure });
    }
  };
  return (
    <Dialog open onOpenChange={(_event, { open }) => (open ? undefined : onCancel())}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            // The dialog may stand inside another form of the page.
            event.stopPropagation();
            if (!state.isBusy && secondsLeft === 0) void confirm();
          }}
        >
          <DialogBody>
            <DialogTitle>{words.title}</DialogTitle>
            <DialogContent className={styles.form}>
              <p className={styles.words}>{words.explain}</p>
              {state.failure && !isWrong ? <FailureBar failure={state.failure} secondsLeft={secondsLeft} /> : null}
              <PasswordField
                label={words.password}
                value={password}
                onChange={setPassword}
                autoComplete="current-password"
                autoFocus
                problem={isWrong ? passwordTexts.reset.currentWrong : undefined}
              />
            </DialogContent>
            <DialogActions>
              <Button className={styles.button} onClick={onCancel}>
                {settingsTexts.cancel}
              </Button>
              <SubmitButton label={words.confirm} busyLabel={words.confirm} isBusy={state.isBusy} secondsLeft={secondsLeft} />
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
