import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AttachRegular, SendRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { composeTexts } from '../texts/compose-texts.ts';
import type { ReplyState } from './use-reply.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, marginInlineStart: 'auto' },
  button: { minHeight: '44px' },
});

interface ReplyToolbarProps {
  readonly title: string;
  readonly state: ReplyState;
  readonly onAttach: (files: readonly File[]) => void;
  readonly onSend: () => void;
}

/** To whom the reply goes, and *Attach* and *Send* at the upper right. */
export function ReplyToolbar({ title, state, onAttach, onSend }: ReplyToolbarProps) {
  const styles = useStyles();
  const picker = useRef<HTMLInputElement>(null);
  const isBusy = state.kind === 'waiting' || state.kind === 'sending';
  const words = composeTexts;
  const sendLabel = state.kind === 'waiting' ? words.waitingForFiles : state.kind === 'sending' ? words.sending : words.send;
  return (
    <div className={styles.bar}>
      <h2 className={styles.title}>{title}</h2>
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
