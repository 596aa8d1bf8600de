import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { formatWait } from '../../screen/format.ts';
import { useHiddenStyles } from '../page/hidden-styles.ts';
import { useFocusBack } from '../page/use-focus-back.ts';
import { settingsTexts } from '../texts/settings-texts.ts';
import type { Ending } from './use-idle-watch.ts';
import { useSession } from './use-session.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  words: { margin: 0 },
  left: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  button: { minHeight: '44px' },
});

/** What is left is read out at these seconds only; the eye sees every one. */
const SPOKEN_SECONDS = [120, 60, 30, 10];

interface IdleDialogProps {
  readonly ending: Ending;
  readonly onStay: () => void;
  readonly onEnded: () => void;
}

/** Says that the session is about to end, and lets its owner stay. */
export function IdleDialog({ ending, onStay, onEnded }: IdleDialogProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { leave } = useSession();
  useFocusBack();
  const left = useSecondsLeft(ending.endsAt);
  const words = settingsTexts.idle;
  useEffect(() => {
    if (left === 0) onEnded();
  }, [left, onEnded]);
  const spoken = SPOKEN_SECONDS.findLast((seconds) => seconds >= left) ?? left;
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.words}>{ending.mayStay ? words.ends : words.cannotStay}</p>
            <p className={styles.left} aria-hidden>
              {words.left(formatWait(left))}
            </p>
            <span role="status" className={hidden.text}>
              {words.left(formatWait(spoken))}
            </span>
          </DialogContent>
          <DialogActions>
            <Button className={styles.button} onClick={() => void leave().catch(onEnded)}>
              {words.leave}
            </Button>
            {ending.mayStay ? (
              <Button className={styles.button} appearance="primary" autoFocus onClick={onStay}>
                {words.stay}
              </Button>
            ) : null}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function useSecondsLeft(endsAt: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((endsAt - now) / 1000));
}
