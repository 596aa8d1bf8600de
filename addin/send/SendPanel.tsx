import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Api } from '../api.ts';
import { Accepted } from './Accepted.tsx';
import { DraftReview } from './DraftReview.tsx';
import { ReadingDraft } from './ReadingDraft.tsx';
import { SendFailed } from './SendFailed.tsx';
import { UploadProgress } from './UploadProgress.tsx';
import { useSend } from './useSend.ts';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', height: '100%' },
});

interface SendPanelProps {
  readonly api: Api;
  /** Somebody sees it now. */
  readonly isShown: boolean;
  /** Told when a message that was being sent is accepted, or is not. */
  readonly onSettled: () => void;
}

/** The screen on which the message beside the pane is looked over and sent. */
export function SendPanel({ api, isShown, onSettled }: SendPanelProps) {
  const styles = useStyles();
  const send = useSend(api);
  const { step } = send.state;
  const last = useRef(step);
  useEffect(() => {
    if (last.current === 'uploading' && step !== 'uploading') onSettled();
    last.current = step;
  }, [step, onSettled]);
  return (
    <div className={styles.panel}>
      <SendStep send={send} isShown={isShown} />
    </div>
  );
}

function SendStep({ send, isShown }: { readonly send: ReturnType<typeof useSend>; readonly isShown: boolean }) {
  const { state } = send;
  switch (state.step) {
    case 'reading':
      return <ReadingDraft />;
    case 'ready':
      return <DraftReview ready={state} onChoose={send.choose} onSend={send.start} onOtherAccount={send.switchAccount} />;
    case 'uploading':
      return <UploadProgress progress={state.progress} canCancel={state.canCancel} onCancel={send.cancel} />;
    case 'accepted':
      return (
        <Accepted state={state} isShown={isShown} onClose={send.close} onSendTwice={send.sendTwice} onLookOver={send.reopen} />
      );
    case 'failed':
      return (
        <SendFailed
          failure={state.failure}
          wasSending={state.repeat === 'send'}
          onRetry={state.repeat === 'send' ? send.start : send.reopen}
          onOtherAccount={send.switchAccount}
        />
      );
  }
}
