import { findSend } from '../../contract/send.ts';
import { canDiscardDraft, closeDraft } from '../outlook/close-draft.ts';
import { OutlookError } from '../outlook/outlook-error.ts';
import { untilAborted } from '../outlook/until-aborted.ts';
import { within } from '../outlook/within.ts';
import type { Accepted } from './deliver-message.ts';
import type { OutgoingMessage } from './outgoing-message.ts';
import { forgetSendKey, keyOfContent, keyOfDraft } from './send-key.ts';
import { type SendFlow, show } from './send-flow.ts';
import type { SendState } from './send-state.ts';

/** A draft that is kept with its key is only asked about once more. */
const FORGETTING_MS = 2000;
/** Files whose sizes Outlook estimates anew are read again. */
const COMPARING_MS = 30_000;

type Shown = Extract<SendState, { step: 'accepted' }>;
type IsDraftAsSent = SendFlow['isDraftAsSent'];

/** The key of an earlier send of this draft, or of the very same content in this browser, whose outcome is not known yet; null when there is none.
 *  Only the first is the draft's own, whatever is changed in it later. @throws CallError | OutlookError; an AbortError once `signal` says so */
export async function earlierKey(flow: SendFlow, message: OutgoingMessage, signal: AbortSignal): Promise<string | null> {
  const unsettled = (key: string | null) => (key !== null && flow.settledKeys.has(key) ? null : key);
  const own = unsettled(flow.sendKey ?? (await keyOfDraft()));
  signal.throwIfAborted();
  flow.sendKey = own;
  return own ?? unsettled(await untilAborted(keyOfContent(message, signal), signal));
}

/** Shows a send as accepted if the server says it was. @throws CallError | OutlookError; an AbortError once `signal` says so */
export async function showIfAccepted(
  flow: SendFlow,
  sendKey: string,
  how: Shown['how'],
  signal?: AbortSignal,
  isDraftAsSent: IsDraftAsSent = null,
): Promise<boolean> {
  const { accepted } = await flow.api.call(findSend, { sendKey });
  signal?.throwIfAborted();
  if (accepted) showAccepted(flow, { sendKey, accepted, how, isDraftAsSent });
  return accepted !== null;
}

interface Acceptance {
  readonly sendKey: string;
  readonly accepted: Accepted;
  readonly how: Shown['how'];
  readonly isDraftAsSent: IsDraftAsSent;
}

/** Shows what the server has accepted, whether Outlook answers now or not; the draft is done with where that has just happened. */
export function showAccepted(flow: SendFlow, { sendKey, accepted, how, isDraftAsSent }: Acceptance): void {
  forgetKey(flow, sendKey);
  flow.isDraftAsSent = isDraftAsSent;
  const closing = how === 'now' && canDiscardDraft() ? 'soon' : 'on_click';
  show(flow, { step: 'accepted', accepted, how, closing, draft: isDraftAsSent ? 'as_sent' : 'unknown' });
}

/** The key names no send of this draft any more. */
export function forgetKey(flow: SendFlow, sendKey: string): void {
  flow.sendKey = null;
  flow.settledKeys.add(sendKey);
  flow.forgetting = flow.forgetting.then(() => forgetSendKey(sendKey));
}

/** Closes the compose window, once the draft has forgotten its key or a moment has passed. Nothing but what was sent is discarded: a draft that
 *  somebody went on writing stays, and so does one that cannot be read. Where Outlook may not close it, people are told to do it themselves. */
export async function closeWindow(flow: SendFlow, shown: Shown): Promise<void> {
  const forgotten = within(flow.forgetting, FORGETTING_MS, () => new OutlookError('outlook_silent')).catch(() => undefined);
  const [draft] = await Promise.all([draftNow(flow, shown), forgotten]);
  // Somebody wants to look the draft over meanwhile.
  if (flow.state !== shown) return;
  if (draft !== shown.draft) return show(flow, { ...shown, draft, closing: draft === 'changed' ? 'on_click' : 'by_hand' });
  const isClosed = await closeDraft(draft === 'as_sent').catch(() => false);
  if (!isClosed && flow.state === shown) show(flow, { ...shown, closing: 'by_hand' });
}

async function draftNow({ isDraftAsSent }: SendFlow, shown: Shown): Promise<Shown['draft']> {
  if (shown.draft !== 'as_sent' || !isDraftAsSent) return shown.draft;
  const patience = AbortSignal.timeout(COMPARING_MS);
  return untilAborted(isDraftAsSent(patience), patience).then(
    (isAsSent) => (isAsSent ? 'as_sent' : 'changed'),
    () => 'unknown',
  );
}
