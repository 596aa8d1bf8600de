import { Button } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { canDiscardDraft } from '../outlook/close-draft.ts';
import { paneTexts } from '../texts/pane-texts.ts';
import type { SendState } from './send-state.ts';
import { usePageStyles } from '../use-page-styles.ts';

const useStyles = makeStyles({ mark: { fontSize: tokens.fontSizeHero800, color: tokens.colorStatusSuccessForeground1 } });

interface AcceptedProps {
  readonly state: Extract<SendState, { step: 'accepted' }>;
  readonly onClose: () => void;
}

/** The server has the message. */
export function Accepted({ state, onClose }: AcceptedProps) {
  const page = usePageStyles();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <div className={page.content} role="status">
        <CheckmarkCircleFilled className={styles.mark} aria-hidden />
        <h2 ref={heading} tabIndex={-1} className={page.heading}>
          {paneTexts.accepted.heading(state.accepted.recipientCount)}
        </h2>
        <p className={page.text}>
          {state.wasEarlier ? paneTexts.accepted.earlier(state.accepted.acceptedAt) : paneTexts.accepted.text}
        </p>
        <p className={page.text}>{whatCloses(state)}</p>
      </div>
      <div className={page.actions}>
        <Button appearance="primary" size="large" onClick={onClose}>
          {paneTexts.accepted.close}
        </Button>
      </div>
    </>
  );
}

function whatCloses({ closing }: AcceptedProps['state']): string | null {
  if (closing === 'by_hand') return paneTexts.accepted.closeByHand;
  if (closing === 'soon') return paneTexts.accepted.closesSoon;
  return canDiscardDraft() ? null : paneTexts.accepted.chooseDiscard;
}
