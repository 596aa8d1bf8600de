import { useEffect, useState } from 'react';
import type { Api } from '../api.ts';
import { watchDraft } from '../outlook/watch-draft.ts';
import type { SendOptions } from './deliver-message.ts';
import { type SendFlow, chooseOptions, closeWindow, openDraft, rereadDraft, startSending } from './send-flow.ts';
import type { SendState } from './send-state.ts';

/** Sending the message beside the pane: where it stands, and what can be done next. */
export function useSend(api: Api) {
  const [state, show] = useState<SendState>({ step: 'reading' });
  const [flow] = useState<SendFlow>(() => ({
    api,
    show,
    step: 'reading',
    policy: null,
    options: null,
    sendKey: null,
    unreadable: [],
    isBusy: false,
    cancelling: new AbortController(),
  }));
  useEffect(() => {
    void openDraft(flow);
    return watchDraft(() => void rereadDraft(flow));
  }, [flow]);
  return {
    state,
    choose: (options: SendOptions) => {
      chooseOptions(flow, options);
      if (state.step === 'ready') show({ ...state, options });
    },
    start: () => void startSending(flow),
    reopen: () => void openDraft(flow),
    cancel: () => flow.cancelling.abort(),
    close: () => state.step === 'accepted' && void closeWindow(flow, state),
  };
}
