import { useEffect, useState } from 'react';
import type { Api } from '../api.ts';
import { watchDraft } from '../outlook/watch-draft.ts';
import type { SendOptions } from './deliver-message.ts';
import { openDraft, switchAccount } from './open-draft.ts';
import { cancelSending, chooseOptions, newFlow, rereadDraft, show as showStep } from './send-flow.ts';
import type { SendState } from './send-state.ts';
import { sendingPart } from './sending-part.ts';
import { closeWindow } from './settle-send.ts';

/** Sending the message beside the pane: where it stands, and what can be done next. */
export function useSend(api: Api) {
  const [state, show] = useState<SendState>({ step: 'reading' });
  const [flow] = useState(() => newFlow(api, show));
  useEffect(() => {
    sendingPart().catch(() => undefined);
    void openDraft(flow);
    return watchDraft(() => void rereadDraft(flow));
  }, [flow]);
  const send = (isWantedTwice: boolean) =>
    void sendingPart().then(
      ({ startSending }) => startSending(flow, isWantedTwice),
      (failure: unknown) => showStep(flow, { step: 'failed', failure, repeat: 'send' }),
    );
  return {
    state,
    choose: (options: SendOptions) => {
      chooseOptions(flow, options);
      if (state.step === 'ready') show({ ...state, options });
    },
    start: () => send(false),
    sendTwice: () => send(true),
    reopen: () => void openDraft(flow),
    switchAccount: () => void switchAccount(flow),
    cancel: () => cancelSending(flow),
    close: () => state.step === 'accepted' && void closeWindow(flow, state),
  };
}
