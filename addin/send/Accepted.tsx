import { Button } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { canDiscardDraft } from '../outlook/close-draft.ts';
import { paneTexts } from '../texts/pane-texts.ts';
import type { SendState } from './send-state.ts';
import { usePageStyles } from '../use-page-styles.ts';

/** How long people see that their message was accepted before the window closes by itself. */
const BEFORE_CLOSING_MS = 2500;

const useStyles = makeStyles({
  mark: { fontSize: tokens.fontSizeHero800, color: tokens.colorStatusSuccessForeground1 },
  second: { marginTop: tokens.spacingVerticalS },
});

interface AcceptedProps {
  readonly state: Extract<SendState, { step: 'accepted' }>;
  readonly isShown: boolean;
  readonly onClose: () => void;
  readonly onSendTwice: () => void;
  readonly onLookOver: () => void;
}

/** The server has the message. */
export function Accepted({ state, isShown, onClose, onSendTwice, onLookOver }: AcceptedProps) {
  const page = usePageStyles();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const isTwin = state.how === 'by_twin' && state.draft === 'as_sent';
  const closesItself = useClosing(state.closing === 'soon', isShown, onClose);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <div className={page.content} role="status">
        <CheckmarkCircleFilled className={styles.mark} aria-hidden />
        <h2 ref={heading} tabIndex={-1} className={page.heading}>
          {paneTexts.accepted.heading(state.accepted.recipientCount)}
        </h2>
        <p className={page.text}>{whatHappened(state)}</p>
        {isTwin ? <p className={page.text}>{paneTexts.accepted.ifTwice}</p> : null}
        <p className={page.text}>{whatCloses(state, closesItself)}</p>
      </div>
      <div className={page.actions}>
        <Button appearance="primary" size="large" onClick={onClose}>
          {paneTexts.accepted.close}
        </Button>
        {state.draft !== 'as_sent' ? (
          <Button className={styles.second} size="large" onClick={onLookOver}>
            {paneTexts.accepted.lookOver}
          </Button>
        ) : isTwin ? (
          <Button className={styles.second} size="large" onClick={onSendTwice}>
            {paneTexts.accepted.sendTwice}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** Closes the window once people have seen this for a moment; never for somebody who was looking at the other tab when it came. */
function useClosing(isWanted: boolean, isShown: boolean, close: () => void): boolean {
  const [wasSeenAtOnce] = useState(isShown);
  const isComing = isWanted && wasSeenAtOnce;
  const closeNow = useEffectEvent(close);
  useEffect(() => {
    if (!isComing || !isShown) return;
    const timer = setTimeout(() => closeNow(), BEFORE_CLOSING_MS);
    return () => clearTimeout(timer);
  }, [isComing, isShown]);
  return isComing;
}

function whatHappened({ how, draft, accepted: { acceptedAt } }: AcceptedProps['state']): string {
  if (draft === 'changed') return paneTexts.accepted.changed;
  if (how === 'by_twin') return paneTexts.accepted.byTwin(acceptedAt);
  return how === 'answer_lost' ? paneTexts.accepted.earlier(acceptedAt) : paneTexts.accepted.text;
}

function whatCloses({ closing, draft }: AcceptedProps['state'], closesItself: boolean): string | null {
  if (draft !== 'as_sent') return closing === 'by_hand' ? paneTexts.accepted.closeYourself : paneTexts.accepted.outlookAsks;
  if (closing === 'by_hand') return paneTexts.accepted.closeByHand;
  if (closesItself) return paneTexts.accepted.closesSoon;
  return canDiscardDraft() ? null : paneTexts.accepted.chooseDiscard;
}
