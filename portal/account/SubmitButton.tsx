import { Button } from '@fluentui/react-components';
import { formatWait } from '../../screen/format.ts';
import { accountTexts } from '../texts/account-texts.ts';
import { useFormStyles } from './form-styles.ts';

interface SubmitButtonProps {
  readonly label: string;
  readonly busyLabel: string;
  readonly isBusy: boolean;
  /** What is left of a wait, in seconds. */
  readonly secondsLeft: number;
  readonly isIncomplete?: boolean;
  /** For a button outside of a form, or where the form leaves it to the button. */
  readonly onClick?: () => void;
}

/** The one thing to do next; it says so while it is being done, and how long one has to wait before it can be tried again. */
export function SubmitButton({ label, busyLabel, isBusy, secondsLeft, isIncomplete = false, onClick }: SubmitButtonProps) {
  const styles = useFormStyles();
  const isWaiting = secondsLeft > 0;
  return (
    <Button
      className={styles.button}
      type="submit"
      appearance="primary"
      disabled={isIncomplete && !isWaiting}
      disabledFocusable={isBusy || isWaiting}
      {...(onClick
        ? {
            onClick: (event) => {
              event.preventDefault();
              onClick();
            },
          }
        : {})}
    >
      {isWaiting ? accountTexts.wait.tryAgainIn(formatWait(secondsLeft)) : isBusy ? busyLabel : label}
    </Button>
  );
}
