import { Button } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { canDiscardDraft } from '../outlook/close-draft.ts';
import { en } from '../texts/en.ts';
import type { SendState } from './send-state.ts';
import { usePageStyles } from './use-page-styles.ts';

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
          {en.accepted.heading(state.accepted.recipientCount)}
        </h2>
        <p className={page.text}>{state.wasEarlier ? en.accepted.earlier(state.accepted.acceptedAt) : en.accepted.text}</p>
        <p className={page.text}>{whatCloses(state)}</p>
      </div>
      <div className={page.actions}>
        <Button appearance="primary" size="large" onClick={onClose}>
          {en.accepted.close}
        </Button>
      </div>
    </>
  );
}

function whatCloses({ closing }: AcceptedProps['state']): string | null {
  if (closing === 'by_hand') return en.accepted.closeByHand;
  if (closing === 'soon') return en.accepted.closesSoon;
  return canDiscardDraft() ? null : en.accepted.chooseDiscard;
}
