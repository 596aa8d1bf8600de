import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { composeTexts } from '../texts/compose-texts.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  button: { minHeight: '44px' },
});

interface DraftConflictProps {
  readonly onKeepBoth: () => void;
  readonly onTakeOther: () => void;
}

/** Says that another window saved the same draft, and lets its author keep both or take the other. */
export function DraftConflict({ onKeepBoth, onTakeOther }: DraftConflictProps) {
  const styles = useStyles();
  const words = composeTexts.conflict;
  return (
    <NoticeBar kind="fact">
      {words.sentence}
      <div className={styles.buttons}>
        <Button className={styles.button} appearance="primary" onClick={onKeepBoth}>
          {words.keepBoth}
        </Button>
        <Button className={styles.button} onClick={onTakeOther}>
          {words.takeOther}
        </Button>
      </div>
    </NoticeBar>
  );
}
