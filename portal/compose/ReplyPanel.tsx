import { Field, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { OpenedMessage } from '../../contract/mailbox.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { composeTexts } from '../texts/compose-texts.ts';
import { DiscardReply } from './DiscardReply.tsx';
import { ReplyFiles } from './ReplyFiles.tsx';
import { ReplyToolbar } from './ReplyToolbar.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useFilesKept } from './use-files-kept.ts';
import { isEmpty, useReply } from './use-reply.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  dropping: { outline: `${tokens.strokeWidthThick} dashed ${tokens.colorBrandStroke1}` },
  field: { minWidth: 0, width: '100%' },
  text: { minHeight: '200px' },
  drop: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface ReplyPanelProps {
  readonly accountId: string;
  readonly message: Pick<OpenedMessage, 'deliveryId' | 'sender'>;
  readonly onSent: () => void;
  readonly onClose: () => void;
}

/** Where a reply is written: text, files, *Send*. */
export function ReplyPanel({ accountId, message: { deliveryId, sender }, onSent, onClose }: ReplyPanelProps) {
  const styles = useStyles();
  const reply = useReply(accountId, deliveryId, onSent);
  const { draft, state } = reply;
  const isBusy = state.kind === 'waiting' || state.kind === 'sending';
  const text = useRef<HTMLDivElement>(null);
  const { isDropping, ...drop } = useFileDrop((files) => (isBusy ? undefined : reply.attach(files)));
  useFilesKept(draft.files);
  useWarningBeforeLeaving(!isEmpty(draft));
  useEffect(() => text.current?.querySelector('textarea')?.focus(), []);
  const words = composeTexts;
  const name = sender.name === '' ? sender.address : sender.name;
  const problem = state.kind === 'writing' && state.problem === 'nothing' ? words.nothingToSend : undefined;
  return (
    <section className={mergeClasses(styles.panel, isDropping && styles.dropping)} aria-label={words.replyTo(name)} {...drop}>
      <ReplyToolbar title={words.replyTo(name)} state={state} onAttach={reply.attach} onSend={reply.send} />
      {state.kind === 'failed' ? <ErrorBar failure={state.failure} /> : null}
      <div ref={text}>
        <Field label={words.text} {...(problem ? { validationMessage: problem } : {})}>
          <Textarea
            className={styles.field}
            textarea={{ className: styles.text }}
            resize="vertical"
            value={draft.text}
            disabled={isBusy}
            onChange={(_event, { value }) => reply.write(value)}
          />
        </Field>
      </div>
      <ReplyFiles
        files={draft.files}
        hasFailed={state.kind === 'writing' && state.problem === 'files'}
        onRemove={reply.remove}
        onRetry={reply.retryFiles}
      />
      {isDropping ? <p className={styles.drop}>{words.dropHere}</p> : null}
      <DiscardReply
        isEmpty={isEmpty(draft)}
        onDiscard={() => {
          reply.discard();
          onClose();
        }}
      />
    </section>
  );
}

function useWarningBeforeLeaving(isWarning: boolean): void {
  useEffect(() => {
    if (!isWarning) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isWarning]);
}
