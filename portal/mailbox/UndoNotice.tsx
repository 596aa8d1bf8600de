import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { usePassing } from '../page/use-passing.ts';
import { actionTexts } from '../texts/actions-texts.ts';
import { phone } from '../page/screen-media.ts';
import type { ChangeNotice } from './use-mailbox-changes.ts';

/** How long a change can be taken back at its notice; what was deleted can be restored from Deleted for long after. */
const SHOWN_MS = 10_000;

const useStyles = makeStyles({
  place: {
    position: 'fixed',
    insetBlockEnd: tokens.spacingVerticalXXL,
    insetInline: tokens.spacingHorizontalM,
    zIndex: 10,
    display: 'flex',
    justifyContent: 'center',
    pointerEvents: 'none',
    // Above what floats there.
    [phone]: { insetBlockEnd: '84px' },
  },
  notice: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '48px',
    paddingInline: `${tokens.spacingHorizontalL} ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    color: tokens.colorNeutralForegroundInverted,
    boxShadow: tokens.shadow16,
    pointerEvents: 'auto',
  },
  button: { minHeight: '44px', minWidth: '44px', color: tokens.colorNeutralForegroundInverted },
  failed: { maxWidth: '480px', pointerEvents: 'auto', boxShadow: tokens.shadow16, borderRadius: tokens.borderRadiusMedium },
});

interface UndoNoticeProps {
  readonly notice: ChangeNotice | null;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Says what was done and offers to take it back; stays as long as it is pointed at or holds the focus. Its region is there from the start, so
 *  that screen readers hear of it. */
export function UndoNotice({ notice, onUndo, onDismiss }: UndoNoticeProps) {
  const styles = useStyles();
  return (
    <div className={styles.place} role="status">
      {notice?.kind === 'changed' ? (
        <Changed key={notice.number} notice={notice} onUndo={onUndo} onDismiss={onDismiss} />
      ) : notice?.kind === 'failed' ? (
        <div className={styles.failed}>
          <ErrorBar failure={notice.failure}>
            <Button onClick={onDismiss}>{actionTexts.keys.close}</Button>
          </ErrorBar>
        </div>
      ) : null}
    </div>
  );
}

interface ChangedProps extends Omit<UndoNoticeProps, 'notice'> {
  readonly notice: Extract<ChangeNotice, { kind: 'changed' }>;
}

function Changed({ notice: { change, ids }, onUndo, onDismiss }: ChangedProps) {
  const styles = useStyles();
  const holding = usePassing(SHOWN_MS, onDismiss);
  const words = actionTexts;
  return (
    <div className={styles.notice} {...holding}>
      <span>{words.done[change](ids.length)}</span>
      <Button className={styles.button} appearance="transparent" onClick={onUndo}>
        {words.undo}
      </Button>
      <Button
        className={styles.button}
        appearance="transparent"
        icon={<DismissRegular />}
        aria-label={words.keys.close}
        onClick={onDismiss}
      />
    </div>
  );
}
