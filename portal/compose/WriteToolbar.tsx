import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AttachRegular, SendRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { formatShort } from '../../screen/format.ts';
import { useHiddenStyles } from '../page/hidden-styles.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import type { SaveState, SendState } from './written-draft.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  saved: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, marginInlineStart: 'auto' },
  button: { minHeight: '44px' },
});

interface WriteToolbarProps {
  readonly title: string;
  readonly state: SendState;
  readonly save: SaveState;
  readonly onAttach: (files: readonly File[]) => void;
  readonly onSend: () => void;
}

/** What is written, whether it is saved, and *Attach* and *Send* at the upper right. */
export function WriteToolbar({ title, state, save, onAttach, onSend }: WriteToolbarProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const heard = useHeard(save);
  const picker = useRef<HTMLInputElement>(null);
  const isBusy = state.kind === 'waiting' || state.kind === 'sending';
  const words = composeTexts;
  const sendLabel = state.kind === 'waiting' ? words.waitingForFiles : state.kind === 'sending' ? words.sending : words.send;
  return (
    <div className={styles.bar}>
      <h2 className={styles.title}>{title}</h2>
      <span className={styles.saved}>{savedText(save)}</span>
      <span role="status" className={hidden.text}>
        {heard}
      </span>
      <div className={styles.buttons}>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            onAttach([...(target.files ?? [])]);
            target.value = '';
          }}
        />
        <Button
          className={styles.button}
          icon={<AttachRegular />}
          disabledFocusable={isBusy}
          onClick={() => picker.current?.click()}
        >
          {words.attach}
        </Button>
        <Button className={styles.button} appearance="primary" icon={<SendRegular />} disabledFocusable={isBusy} onClick={onSend}>
          {sendLabel}
        </Button>
      </div>
    </div>
  );
}

function savedText(save: SaveState): string {
  if (save.kind === 'saving') return composeTexts.saving;
  if (save.kind === 'failed') return composeTexts.notSaved;
  return save.kind === 'saved' ? composeTexts.saved(formatShort(save.at, new Date())) : '';
}

/** What is told to whoever listens: whether the draft is saved, anew only when that changes, not with every save and its minute. */
function useHeard({ kind }: SaveState): string {
  const [last, setLast] = useState(kind);
  if (kind !== 'saving' && kind !== last) setLast(kind);
  if (last === 'failed') return composeTexts.draftNotSaved;
  return last === 'saved' ? composeTexts.draftSaved : '';
}
