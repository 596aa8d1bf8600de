import { Button, makeStyles } from '@fluentui/react-components';
import { Suspense, lazy, useEffect, useRef } from 'react';
import { lazyPage } from '../../screen/lazy-page.ts';
import { Notice } from '../Notice.tsx';
import { paneTexts } from '../texts/pane-texts.ts';
import type { SendOptions } from './deliver-message.ts';
import { FileList } from './FileList.tsx';
import { isInside } from './find-problems.ts';
import { ProblemList } from './ProblemList.tsx';
import { RecipientLines } from './RecipientLines.tsx';
import type { SendState } from './send-state.ts';
import { TextPreview } from './TextPreview.tsx';
import { usePageStyles } from '../use-page-styles.ts';
import { Warnings } from './Warnings.tsx';

const SendOptionsForm = lazy(() => lazyPage(import('./SendOptionsForm.tsx').then((module) => module.SendOptionsForm)));

const useStyles = makeStyles({
  notes: { display: 'contents' },
  options: { minHeight: '100px' },
});

interface DraftReviewProps {
  readonly ready: Extract<SendState, { step: 'ready' }>;
  readonly onChoose: (options: SendOptions) => void;
  readonly onSend: () => void;
  readonly onOtherAccount: () => void;
}

/** Exactly what will go, and the button that sends it. */
export function DraftReview({ ready, onChoose, onSend, onOtherAccount }: DraftReviewProps) {
  const { message, policy, options, problems, wasRefused, havePolicyChanged } = ready;
  const actions = useRef<HTMLDivElement>(null);
  // The button that was pressed went while the message was read again; the keyboard goes on where it was.
  useEffect(() => {
    if (wasRefused) actions.current?.querySelector<HTMLButtonElement>(':scope > button')?.focus();
  }, [wasRefused]);
  const notes = useRef<HTMLDivElement>(null);
  const isWarnedAnew = problems.some(({ kind }) => kind === 'warned_anew');
  useEffect(() => {
    if (isWarnedAnew) notes.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [isWarnedAnew]);
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <>
      <div className={page.content}>
        <RecipientLines
          from={message.from === policy.senders[0] ? null : message.from}
          recipients={message.recipients}
          isInside={(address) => isInside(address, policy)}
        />
        <h2 className={page.subject}>{message.subject || paneTexts.draft.noSubject}</h2>
        <TextPreview text={message.text} />
        <FileList files={message.files} problems={problems} />
        <div ref={notes} className={styles.notes}>
          <Warnings message={message} policy={policy} />
        </div>
        {havePolicyChanged ? (
          <div role="alert">
            <Notice tone="warning" nextStep={paneTexts.options.changed} />
          </div>
        ) : null}
        <div className={styles.options}>
          <Suspense fallback={null}>
            <SendOptionsForm options={options} policy={policy} onChoose={onChoose} />
          </Suspense>
        </div>
      </div>
      <div ref={actions} className={page.actions}>
        <ProblemList problems={problems} isUrgent={wasRefused} onOtherAccount={onOtherAccount} />
        <Button appearance="primary" size="large" onClick={onSend}>
          {paneTexts.send}
        </Button>
      </div>
    </>
  );
}
