import { CallError } from '../../contract/call.ts';
import { readSendPolicy } from '../../contract/send.ts';
import { UnreadableAttachment } from '../outlook/read-attachment.ts';
import { untilAborted } from '../outlook/until-aborted.ts';
import { type SendOptions, deliverMessage } from './deliver-message.ts';
import { findProblems } from './find-problems.ts';
import { fitOptions } from './fit-options.ts';
import { hasNewWarnings } from './has-new-warnings.ts';
import { openDraft } from './open-draft.ts';
import type { OutgoingMessage } from './outgoing-message.ts';
import { readDigests } from './read-digests.ts';
import { DraftChanged, requireSameDraft } from './require-same-draft.ts';
import { type SendFlow, exclusively, readMessage, show, showReady } from './send-flow.ts';
import { keepInBrowser, keepWithDraft, newSendKey } from './send-key.ts';
import { earlierKey, forgetKey, showAccepted, showIfAccepted } from './settle-send.ts';
import { findTwin, oneAtATime, rememberTwin } from './twin-sends.ts';

/** One try to send; after a cancel nothing of it is shown any more, however late Outlook and the server answer. */
interface Try {
  readonly flow: SendFlow;
  readonly message: OutgoingMessage;
  readonly options: SendOptions;
  readonly signal: AbortSignal;
  /** The key made for this try, while nothing was handed over under it. */
  unusedKey: string | null;
}

/** Reads the draft anew and sends it, once, however often it is asked for. With `isWantedTwice` also when another pane has sent the same. */
export async function startSending(flow: SendFlow, isWantedTwice = false): Promise<void> {
  const { policy, options } = flow;
  if (!policy || !options) return openDraft(flow);
  await exclusively(flow, 'send', async () => {
    flow.cancelling = new AbortController();
    const { signal } = flow.cancelling;
    flow.unreadable = [];
    flow.wasChanged = false;
    flow.isWarnedAnew = false;
    show(flow, { step: 'uploading', progress: null, canCancel: true });
    let attempt: Try | null = null;
    try {
      const message = await untilAborted(readMessage(), signal);
      const hasProblems = findProblems(message, policy).length > 0;
      flow.isWarnedAnew = !hasProblems && flow.message !== null && hasNewWarnings(flow.message, message);
      if (hasProblems || flow.isWarnedAnew) return showReady(flow, message, true);
      flow.message = message;
      const trying: Try = { flow, message, options, signal, unusedKey: null };
      attempt = trying;
      const send = () => untilAborted(sendNow(trying, isWantedTwice), signal);
      await untilAborted(
        oneAtATime(message, signal, send, () => flow.forgetting),
        signal,
      );
    } catch (failure) {
      if (!signal.aborted || !flow.message) throw failure;
      // Under it nothing can have been accepted, and the draft may be copied.
      if (attempt?.unusedKey) forgetKey(flow, attempt.unusedKey);
      showReady(flow, flow.message);
    }
  });
}

async function sendNow(attempt: Try, isWantedTwice: boolean): Promise<void> {
  const { flow, message, signal } = attempt;
  signal.throwIfAborted();
  const earlier = await earlierKey(flow, message, signal);
  if (earlier !== null && (await showIfAccepted(flow, earlier, 'answer_lost', signal))) return;
  if (!isWantedTwice && (await wasSentByTwin(attempt))) return;
  signal.throwIfAborted();
  const sendKey = earlier ?? newSendKey();
  flow.sendKey = sendKey;
  // Else forgetting an earlier key could take this one away.
  await untilAborted(flow.forgetting, signal);
  await keepWithDraft(sendKey);
  signal.throwIfAborted();
  if (earlier === null) attempt.unusedKey = sendKey;
  await deliver(attempt, sendKey);
}

/** What looks the same may hold other files, so their contents decide; files that cannot be read now are looked at when they are sent. */
async function wasSentByTwin({ flow, message, signal }: Try): Promise<boolean> {
  const twin = await findTwin(message, flow.openedAt);
  if (!twin) return false;
  const digests = await readDigests(message.files, signal);
  if (!digests || !(await twin.hasSameFiles(digests))) return false;
  return showIfAccepted(flow, twin.sendKey, 'by_twin', signal, isDraftStill(message, digests));
}

async function deliver(attempt: Try, sendKey: string): Promise<void> {
  const { flow, message, options, signal } = attempt;
  let isDraftAsSent: SendFlow['isDraftAsSent'] = null;
  try {
    const accepted = await deliverMessage({
      api: flow.api,
      message,
      sendKey,
      options,
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) show(flow, { step: 'uploading', progress, canCancel: true });
      },
      confirm: async (digests) => requireSameDraft(message, await readMessage(), digests, signal),
      onHandingOver: (toGo) => {
        attempt.unusedKey = null;
        show(flow, { step: 'uploading', progress: null, canCancel: false });
        return keepInBrowser(sendKey, message, toGo);
      },
      onAccepted: (digests) => {
        isDraftAsSent = isDraftStill(message, digests);
        return rememberTwin(message, sendKey, digests);
      },
    });
    showAccepted(flow, { sendKey, accepted, how: 'now', isDraftAsSent });
  } catch (failure) {
    if (signal.aborted) throw failure;
    await explain(attempt, sendKey, failure);
  }
}

/** The question whether the draft beside the pane is still this message with files of these digests. */
function isDraftStill(message: OutgoingMessage, digests: readonly string[]): SendFlow['isDraftAsSent'] {
  return async (signal) => {
    try {
      await requireSameDraft(message, await readMessage(), digests, signal);
      return true;
    } catch (failure) {
      if (failure instanceof DraftChanged) return false;
      throw failure;
    }
  };
}

/** Shows the draft again where something has to be looked over; everything else is a failure. */
async function explain(attempt: Try, sendKey: string, failure: unknown): Promise<void> {
  const { flow, message, signal } = attempt;
  if (failure instanceof UnreadableAttachment) return lookOverAgain(attempt, failure);
  if (failure instanceof DraftChanged) return lookOverAgain(attempt, null);
  const code = failure instanceof CallError ? failure.code : null;
  if (code !== 'against_policy' && code !== 'send_key_reused') throw failure;
  if (await showIfAccepted(flow, sendKey, 'answer_lost', signal)) return;
  if (code === 'against_policy') return showNewPolicy(flow, message);
  forgetKey(flow, sendKey);
  throw failure;
}

/** The organisation changed its rules after they were read: people see the new ones before anything leaves. */
async function showNewPolicy(flow: SendFlow, message: OutgoingMessage): Promise<void> {
  flow.policy = await flow.api.call(readSendPolicy, {});
  flow.options = fitOptions(flow.options ?? flow.policy.defaults, flow.policy);
  showReady(flow, message, false, true);
}

/** Shows the draft as it is now with what kept it back; a file that is not in it any more has changed it. */
async function lookOverAgain({ flow, message: before, signal }: Try, unreadable: UnreadableAttachment | null): Promise<void> {
  const message = await readMessage().catch(() => before);
  signal.throwIfAborted();
  const isThere = message.files.some((file) => unreadable?.isOf(file));
  flow.unreadable = unreadable && isThere ? [unreadable] : [];
  flow.wasChanged = !isThere;
  showReady(flow, message, true);
}
