import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useFocusBack } from '../../page/use-focus-back.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { useFormStyles } from '../form-styles.ts';

interface SureDialogProps {
  readonly title: string;
  readonly explain: string;
  readonly onSure: () => void;
  readonly onClose: () => void;
}

/** Asks once before something is removed. It is there only while it asks: a closed one would keep invisible stops for the Tab key. */
export function SureDialog({ title, explain, onSure, onClose }: SureDialogProps) {
  const styles = useFormStyles();
  useFocusBack();
  return (
    <Dialog open onOpenChange={(_event, { open }) => (open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{explain}</DialogContent>
          <DialogActions>
            <Button className={styles.button} onClick={onClose}>
              {settingsTexts.cancel}
            </Button>
            <Button
              className={styles.button}
              appearance="primary"
              onClick={() => {
                onClose();
                onSure();
              }}
            >
              {settingsTexts.remove}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
