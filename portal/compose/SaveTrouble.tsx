import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CallError } from '../../contract/call.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { PageLink } from '../page/PageLink.tsx';
import { useFocusBack } from '../page/use-focus-back.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { isPassing } from './is-passing.ts';
import type { SaveState } from './written-draft.ts';

const useStyles = makeStyles({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
  button: { minHeight: '44px' },
});

interface SaveTroubleProps {
  readonly save: SaveState;
  readonly onKeepBoth: () => void;
  readonly onTakeOther: () => void;
}

/** Says why a draft cannot be saved, where that does not pass by itself, and the ways out: another window saved the same draft, it was sent or thrown
 *  away elsewhere, or the server does not take it. */
export function SaveTrouble({ save, onKeepBoth, onTakeOther }: SaveTroubleProps) {
  if (save.kind === 'changed') return <Conflict onKeepBoth={onKeepBoth} onTakeOther={onTakeOther} />;
  if (save.kind === 'gone') return <Gone onSaveAnew={onKeepBoth} />;
  const failure = save.kind === 'failed' || save.kind === 'saving' ? save.failure : null;
  return failure === null || isPassing(failure) ? null : <ErrorBar failure={failure} />;
}

function Conflict({ onKeepBoth, onTakeOther }: Omit<SaveTroubleProps, 'save'>) {
  const styles = useStyles();
  const words = composeTexts.conflict;
  useFocusBack();
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

function Gone({ onSaveAnew }: { readonly onSaveAnew: () => void }) {
  const styles = useStyles();
  useFocusBack();
  return (
    <ErrorBar failure={new CallError('draft_not_found')}>
      <div className={styles.buttons}>
        <PageLink to="/portal/sent">{composeTexts.seeSent}</PageLink>
        <Button className={styles.button} onClick={onSaveAnew}>
          {composeTexts.conflict.saveAnew}
        </Button>
      </div>
    </ErrorBar>
  );
}
