import { findSend } from '../../contract/send.ts';
import { canDiscardDraft, closeDraft } from '../outlook/close-draft.ts';
import { OutlookError } from '../outlook/outlook-error.ts';
import { within } from '../outlook/within.ts';
import type { Accepted } from './deliver-message.ts';
import type { OutgoingMessage } from './outgoing-message.ts';
import { forgetSendKey, unresolvedSendKey } from './send-key.ts';
import { type SendFlow, show } from './send-flow.ts';
import type { SendState } from './send-state.ts';

/** A draft that is kept with its key is only asked about once more. */
const FORGETTING_MS = 2000;

type Shown = Extract<SendState, { step: 'accepted' }>;

/** Shows the message as accepted when an earlier send of this draft was, whose answer got lost.
 *  @throws CallError | OutlookError; an AbortError once `signal` says so */
export async function wasAcceptedEarlier(flow: SendFlow, message: OutgoingMessage, signal?: AbortSignal): Promise<boolean> {
  const kept = flow.sendKey ?? (await unresolvedSendKey(message));
  signal?.throwIfAborted();
  flow.sendKey = kept !== null && flow.settledKeys.has(kept) ? null : kept;
  return flow.sendKey !== null && showIfAccepted(flow, flow.sendKey, 'answer_lost', signal);
}

/** Shows a send as accepted if the server says it was. @throws CallError | OutlookError; an AbortError once `signal` says so */
export async function showIfAccepted(flow: SendFlow, sendKey: string, how: Shown['how'], signal?: AbortSignal): Promise<boolean> {
  const { accepted } = await flow.api.call(findSend, { sendKey });
  signal?.throwIfAborted();
  if (accepted) showAccepted(flow, sendKey, accepted, how);
  return accepted !== null;
}

/** Shows what the server has accepted, whether Outlook answers now or not; the draft is done with where that has just happened. */
export function showAccepted(flow: SendFlow, sendKey: string, accepted: Accepted, how: Shown['how']): void {
  forgetKey(flow, sendKey);
  show(flow, { step: 'accepted', accepted, how, closing: how === 'now' && canDiscardDraft() ? 'soon' : 'on_click' });
}

/** The key names no send of this draft any more. */
export function forgetKey(flow: SendFlow, sendKey: string): void {
  flow.sendKey = null;
  flow.settledKeys.add(sendKey);
  flow.forgetting = flow.forgetting.then(() => forgetSendKey(sendKey));
}

/** Closes the compose window, once the draft has forgotten its key or a moment has passed; where Outlook refuses, people are told to do it
 *  themselves. */
export async function closeWindow(flow: SendFlow, accepted: Shown): Promise<void> {
  try {
    await within(flow.forgetting, FORGETTING_MS, () => new OutlookError('outlook_silent')).catch(() => undefined);
    await closeDraft();
  } catch {
    show(flow, { ...accepted, closing: 'by_hand' });
  }
}
