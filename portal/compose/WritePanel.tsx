import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { domainOf } from '../../contract/address.ts';
import { CallError } from '../../contract/call.ts';
import { limits } from '../../contract/limits.ts';
import type { OpenedMessage } from '../../contract/mailbox.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { formatBytes } from '../../screen/format.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { useSettings } from '../page/settings-context.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { goesTo } from './goes-to.ts';
import { DiscardDraft } from './DiscardDraft.tsx';
import { FileRows } from './FileRows.tsx';
import { QuotedOriginal } from './QuotedOriginal.tsx';
import { RecipientField } from './RecipientField.tsx';
import { SaveTrouble } from './SaveTrouble.tsx';
import { UsedUp } from './UsedUp.tsx';
import { WriteToolbar } from './WriteToolbar.tsx';
import { RichEditor } from './editor/RichEditor.tsx';
import { useAllowance } from './use-allowance.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useWriting } from './use-writing.ts';
import { isEmpty } from './written-draft.ts';

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
  // Above everything, also above frames, which would take the files for themselves.
  dropping: {
    position: 'fixed',
    inset: tokens.spacingHorizontalL,
    zIndex: 1000,
    display: 'grid',
    placeItems: 'center',
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackgroundAlpha2,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
  },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  people: { margin: 0, overflowWrap: 'anywhere' },
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
  const allowance = useAllowance();
  const writing = useWriting(slot, allowance.room, onSent);
  const { draft, isBusy } = writing;
  const { save, send: state } = draft;
  const isDropping = useFileDrop((files) => (isBusy ? undefined : writing.attach(files)));
  const [arePicturesLeftOut, setPicturesLeftOut] = useState(false);
  const words = composeTexts;
  const isNew = draft.kind === 'new';
  const shownTitle = isNew ? words.newMessage : title;
  const problem = state.kind === 'writing' ? state.problem : null;
  return (
    <section className={styles.panel} aria-label={shownTitle} data-writing>
      <WriteToolbar title={shownTitle} state={state} save={save} onAttach={writing.attach} onSend={writing.send} />
      <UsedUp allowance={allowance} />
      <SaveTrouble save={save} onKeepBoth={writing.keepBoth} onTakeOther={() => void writing.takeOther()} />
      {state.kind === 'failed' ? (
        <Failure failure={state.failure} mostBytes={allowance.room.mostBytes}>
          {isNew ? null : (
            <Button
              className={styles.button}
              onClick={() => writing.makeNew(draft.to.filter((address) => organisationDomains.includes(domainOf(address))))}
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
            problem={problem === 'nobody' || problem === 'unchosen' ? problem : null}
            unchosen={writing.unchosen}
            onUnchosen={writing.leaveOut}
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
      {isNew || message ? null : <p className={styles.people}>{goesTo(draft)}</p>}
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
      {!isNew && quoteOriginal ? (
        <QuotedOriginal
          message={message}
          hasQuote={draft.hasQuote}
          isDisabled={isBusy}
          onChange={(hasQuote) => writing.change({ hasQuote })}
        />
      ) : null}
      <FileRows
        files={draft.files}
        hasFailed={problem === 'files'}
        isDisabled={state.kind === 'sending'}
        onRemove={writing.remove}
        onRetry={writing.retryFiles}
      />
      <p className={styles.small}>{words.filesLimit(formatBytes(allowance.room.mostBytes))}</p>
      {isDropping ? <div className={styles.dropping}>{words.dropHere}</div> : null}
      <DiscardDraft
        isEmpty={isEmpty(draft)}
        isDisabled={isBusy}
        onDiscard={() => {
          writing.discard();
          onClose();
        }}
      />
    </section>
  );
}

interface FailureProps {
  readonly failure: unknown;
  /** What the page names as the room for files. */
  readonly mostBytes: number;
  readonly children: ReactNode;
}

function Failure({ failure, mostBytes, children }: FailureProps) {
  if (!(failure instanceof CallError)) return <ErrorBar failure={failure} />;
  const { code, details } = failure;
  if (code === 'attachments_too_large' && (details.limit ?? mostBytes) < mostBytes)
    return <ErrorBar failure={failure}>{composeTexts.filesBesideText}</ErrorBar>;
  return ENDED.has(code) && children ? <ErrorBar failure={failure}>{children}</ErrorBar> : <ErrorBar failure={failure} />;
}
