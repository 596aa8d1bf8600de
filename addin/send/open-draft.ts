import { readSendPolicy } from '../../contract/send.ts';
import { fitOptions } from './fit-options.ts';
import { type SendFlow, exclusively, readMessage, show, showReady } from './send-flow.ts';
import { earlierKey, showIfAccepted } from './settle-send.ts';

/** Reads the draft and the organisation's rules; a send whose answer was lost is looked up first, so that nothing is sent twice. */
export async function openDraft(flow: SendFlow): Promise<void> {
  await exclusively(flow, 'open', async () => {
    show(flow, { step: 'reading' });
    flow.openedAt = Date.now();
    flow.unreadable = [];
    flow.wasChanged = false;
    flow.isWarnedAnew = false;
    const [message, policy] = await Promise.all([readMessage(), flow.api.call(readSendPolicy, {})]);
    flow.message = message;
    flow.policy = policy;
    flow.options = fitOptions(flow.options ?? policy.defaults, policy);
    const key = await earlierKey(flow, message, new AbortController().signal);
    if (key !== null && (await showIfAccepted(flow, key, 'answer_lost'))) return;
    showReady(flow, message);
  });
}

/** Signs somebody else in, then reads draft and rules anew for that person. */
export async function switchAccount(flow: SendFlow): Promise<void> {
  await exclusively(flow, 'open', async () => {
    show(flow, { step: 'reading' });
    await flow.api.switchAccount();
  });
  if (flow.state.step === 'reading') await openDraft(flow);
}
