import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { TrackedMessage } from '../../contract/track.ts';
import { BackArrow } from '../../screen/BackArrow.tsx';
import type { Api } from '../api.ts';
import { Notice } from '../Notice.tsx';
import { sentTexts } from '../texts/sent-texts.ts';
import { usePageStyles } from '../use-page-styles.ts';
import { type AskedAction, ActionDialog } from './ActionDialog.tsx';
import { ActionButtons, focusAction } from './ActionButtons.tsx';
import { RecipientCard } from './RecipientCard.tsx';
import { sentFailureText } from './sent-failure-text.ts';
import { actionsFor, actionsForAll } from './standing-of.ts';
import { useTracked } from './use-tracked.ts';
import { Waiting } from './Waiting.tsx';

const ALL = 'all';

const useStyles = makeStyles({
  top: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  sent: { margin: 0, color: tokens.colorNeutralForeground2 },
  done: { margin: 0, color: tokens.colorStatusSuccessForeground3, ':empty': { display: 'none' } },
  recipients: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
});

interface SentMessageProps {
  readonly api: Api;
  readonly messageId: string;
  readonly isShown: boolean;
  readonly onBack: () => void;
}

/** One message and what became of it for each recipient, live, with what can still be done. */
export function SentMessage({ api, messageId, isShown, onBack }: SentMessageProps) {
  const styles = useStyles();
  const page = usePageStyles();
  const { state, read, act } = useTracked(api, messageId, isShown);
  return (
    <>
      <div className={styles.top}>
        <Button appearance="subtle" icon={<BackArrow />} onClick={onBack}>
          {sentTexts.message.back}
        </Button>
      </div>
      <div className={page.content}>
        {state.step === 'loading' ? <Waiting label={sentTexts.loadingOne} /> : null}
        {state.step === 'failed' ? (
          <div role="alert">
            <Notice tone="error" {...sentFailureText(state.failure)}>
              <Button onClick={read}>{sentTexts.tryAgain}</Button>
            </Notice>
          </div>
        ) : null}
        {state.step === 'shown' ? <Tracked api={api} message={state.message} isBehind={state.isBehind} act={act} /> : null}
      </div>
    </>
  );
}

interface TrackedProps {
  readonly api: Api;
  readonly message: TrackedMessage;
  readonly isBehind: boolean;
  readonly act: ReturnType<typeof useTracked>['act'];
}

function Tracked({ api, message, isBehind, act }: TrackedProps) {
  const styles = useStyles();
  const page = usePageStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<AskedAction | null>(null);
  const [done, setDone] = useState('');
  const focusHeading = () => heading.current?.focus();
  useEffect(focusHeading, []);
  const { isPurged, subject, sentAt, recipients } = message;
  const now = new Date();
  const isMailed = recipients.every(({ route }) => route === 'mail');
  const choose = (action: AskedAction) => {
    setDone('');
    setAsked(action);
  };
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={page.subject}>
        {isPurged ? sentTexts.list[isMailed ? 'purgedMailed' : 'purged'] : subject || sentTexts.list.noSubject}
      </h2>
      <p className={styles.sent}>{sentTexts.message.sent(sentAt)}</p>
      {isPurged ? <p className={styles.sent}>{sentTexts.message[isMailed ? 'purgedMailed' : 'purged']}</p> : null}
      {isBehind ? <Notice tone="warning" {...sentTexts.message.behind} /> : null}
      <p role="status" className={styles.done}>
        {done}
      </p>
      <ActionButtons
        of={ALL}
        label={sentTexts.message.forAll}
        isLabelShown
        kinds={actionsForAll(message, now)}
        onChoose={(kind) => choose({ kind, recipient: null })}
      />
      <ul className={styles.recipients} aria-label={sentTexts.message.recipients}>
        {recipients.map((recipient) => (
          <RecipientCard
            key={recipient.deliveryId}
            recipient={recipient}
            now={now}
            isOpenAtFirst={recipients.length <= 2}
            actions={actionsFor(recipient, message, now)}
            onChoose={(kind) => choose({ kind, recipient })}
          />
        ))}
      </ul>
      {asked ? (
        <ActionDialog
          api={api}
          message={message}
          asked={asked}
          act={act}
          onClose={() => {
            setAsked(null);
            if (!focusAction(asked.recipient?.deliveryId ?? ALL, asked.kind)) focusHeading();
          }}
          onDone={(told) => {
            setAsked(null);
            setDone(told);
            focusHeading();
          }}
        />
      ) : null}
    </>
  );
}
