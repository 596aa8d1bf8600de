import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Switch,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useFocusBack } from '../page/use-focus-back.ts';
import { actionTexts } from '../texts/actions-texts.ts';
import type { useShortcuts } from './use-shortcuts.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalM} 0 0`,
  },
  key: {
    boxSizing: 'border-box',
    minWidth: '32px',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    textAlign: 'center',
  },
  meaning: { margin: 0 },
  button: { minHeight: '44px' },
});

/** The list of keys, and the switch that turns them off. */
export function KeysDialog({ keys }: { readonly keys: ReturnType<typeof useShortcuts> }) {
  const styles = useStyles();
  const words = actionTexts.keys;
  useFocusBack();
  return (
    <Dialog open onOpenChange={(_event, { open }) => (open ? undefined : keys.close())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <Switch label={words.on} checked={keys.isOn} onChange={(_event, { checked }) => keys.turn(checked)} />
            <dl className={styles.list}>
              {Object.entries(words.names).map(([key, meaning]) => [
                <dt key={key}>
                  <kbd className={styles.key}>{key}</kbd>
                </dt>,
                <dd key={`${key}-meaning`} className={styles.meaning}>
                  {meaning}
                </dd>,
              ])}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button className={styles.button} appearance="primary" onClick={keys.close}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
