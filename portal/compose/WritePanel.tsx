import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { domainOf } from '../../contract/address.ts';
import { CallError } from '../../contract/call.ts';
import { limits } from '../../contract/limits.ts';
import type { OpenedMessage } from '../../contract/mailbox.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { formatBytes, formatShort } from '../../screen/format.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { useSettings } from '../page/settings-context.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { DiscardDraft } from './DiscardDraft.tsx';
import { DraftConflict } from './DraftConflict.tsx';
import { FileRows } from './FileRows.tsx';
import { QuotedOriginal } from './QuotedOriginal.tsx';
import { RecipientField } from './RecipientField.tsx';
import { WriteToolbar } from './WriteToolbar.tsx';
import { RichEditor } from './editor/RichEditor.tsx';
import { isEmpty } from './kept-drafts.ts';
import { useAllowance } from './use-allowance.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useWriting } from './use-writing.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  dropping: { outline: `${tokens.strokeWidthThick} dashed ${tokens.colorBrandStroke1}` },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  input: { width: '100%', minHeight: '44px' },
  button: { minHeight: '44px' },
});

/** A message that ended while it was being answered takes no answer any more. */
const ENDED: ReadonlySet<string> = new Set(['message_recalled', 'message_expired', 'message_not_found', 'reply_not_allowed']);

interface WritePanelProps {
  /** Where the draft is kept; it must be there. */
  readonly slot: string;
  readonly title: string;
  /** The answered message, as far as it can be read. */
  readonly message: OpenedMessage | null;
  readonly onSent: () => void;
  readonly onClose: () => void;
}

/** Where a message is written: people, subject, text, files, *Attach* and *Send*. It saves itself. */
export function WritePanel({ slot, title, message, onSent, onClose }: WritePanelProps) {
  const styles = useStyles();
  const { organisationDomains, quoteOriginal } = useSettings();
  const { mostBytes, comeAgainAt } = useAllowance();
  const writing = useWriting(slot, mostBytes, onSent);
  const { draft, state, isBusy } = writing;
  const { isDropping, ...drop } = useFileDrop((files) => (isBusy ? undefined : writing.attach(files)));
  const [arePicturesLeftOut, setPicturesLeftOut] = useState(false);
  useWarningBeforeLeaving(draft.isDirty && !isEmpty(draft));
  const words = composeTexts;
  const isNew = draft.kind === 'new';
  const shownTitle = isNew ? words.newMessage : title;
  const problem = state.kind === 'writing' ? state.problem : null;
  return (
    <section className={mergeClasses(styles.panel, isDropping && styles.dropping)} aria-label={shownTitle} data-writing {...drop}>
      <WriteToolbar title={shownTitle} state={state} save={draft.save} onAttach={writing.attach} onSend={writing.send} />
      {comeAgainAt === null ? null : <NoticeBar kind="fact">{words.comeAgain(formatShort(comeAgainAt, new Date()))}</NoticeBar>}
      {draft.save.kind === 'changed' ? (
        <DraftConflict onKeepBoth={writing.keepBoth} onTakeOther={() => void writing.takeOther()} />
      ) : null}
      {state.kind === 'failed' ? (
        <Failure failure={state.failure}>
          {isNew ? null : (
            <Button
              className={styles.button}
              onClick={() =>
                writing.makeNew(
                  draft.to.filter((address) => organisationDomains.includes(domainOf(address))),
                  draft.subject,
                )
              }
            >
              {words.writeAsNew}
            </Button>
          )}
        </Failure>
      ) : null}
      {isNew ? (
        <>
          <RecipientField
            to={draft.to}
            isDisabled={isBusy}
            problem={problem === 'nobody' ? words.recipients.nobody : null}
            onChange={(to) => writing.change({ to })}
          />
          <Field label={words.subject}>
            <Input
              className={styles.input}
              value={draft.subject}
              maxLength={limits.subjectCharacters}
              disabled={isBusy}
              onChange={(_event, { value }) => writing.change({ subject: value })}
            />
          </Field>
        </>
      ) : null}
      <RichEditor
        key={writing.edition}
        label={isNew ? words.messageText : words.text}
        html={draft.html}
        isDisabled={isBusy}
        hasFocus={!isNew}
        problem={problem === 'nothing' ? words.nothingToSend : null}
        onChange={(html) => writing.change({ html })}
        onFiles={writing.attach}
        onPicturesLeftOut={() => setPicturesLeftOut(true)}
      />
      {arePicturesLeftOut ? <NoticeBar kind="fact">{words.picturesLeftOut}</NoticeBar> : null}
      {message && !isNew && quoteOriginal ? (
        <QuotedOriginal
          message={message}
          hasQuote={draft.hasQuote}
          isDisabled={isBusy}
          onChange={(hasQuote) => writing.change({ hasQuote })}
        />
      ) : null}
      <FileRows files={draft.files} hasFailed={problem === 'files'} onRemove={writing.remove} onRetry={writing.retryFiles} />
      <p className={styles.small}>{isDropping ? words.dropHere : words.filesLimit(formatBytes(mostBytes))}</p>
      <DiscardDraft
        isEmpty={isEmpty(draft)}
        onDiscard={() => {
          writing.discard();
          onClose();
        }}
      />
    </section>
  );
}

function Failure({ failure, children }: { readonly failure: unknown; readonly children: ReactNode }) {
  const hasEnded = failure instanceof CallError && ENDED.has(failure.code);
  return hasEnded && children ? <ErrorBar failure={failure}>{children}</ErrorBar> : <ErrorBar failure={failure} />;
}

function useWarningBeforeLeaving(isWarning: boolean): void {
  useEffect(() => {
    if (!isWarning) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isWarning]);
}
