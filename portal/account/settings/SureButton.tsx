import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { useFormStyles } from '../form-styles.ts';

interface SureButtonProps {
  readonly label: string;
  /** The name for whoever does not see what stands beside the button. */
  readonly name?: string;
  readonly title: string;
  readonly explain: string;
  readonly onSure: () => void;
}

/** A button for what cannot be undone: asks once, and says what it does. */
export function SureButton({ label, name = label, title, explain, onSure }: SureButtonProps) {
  const styles = useFormStyles();
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button className={styles.button} aria-label={name}>
          {label}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{explain}</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button className={styles.button}>{settingsTexts.cancel}</Button>
            </DialogTrigger>
            <DialogTrigger disableButtonEnhancement>
              <Button className={styles.button} appearance="primary" onClick={onSure}>
                {settingsTexts.remove}
              </Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
