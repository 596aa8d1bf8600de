import { CallError } from '../../contract/call.ts';
import { findSend, readSendPolicy } from '../../contract/send.ts';
import type { Api } from '../api.ts';
import { canDiscardDraft, closeDraft } from '../outlook/close-draft.ts';
import { UnreadableAttachment } from '../outlook/read-attachment.ts';
import { readDraft } from '../outlook/read-draft.ts';
import { type Accepted, type SendOptions, deliverMessage } from './deliver-message.ts';
import { DraftChanged, requireSameDraft } from './require-same-draft.ts';
import { type SendPolicy, findProblems } from './find-problems.ts';
import { fitOptions } from './fit-options.ts';
import { type OutgoingMessage, outgoingMessage } from './outgoing-message.ts';
import { problemsOfLastTry } from './problems-of-last-try.ts';
import { forgetSendKey, newSendKey, unresolvedSendKey } from './send-key.ts';
import type { SendState } from './send-state.ts';
import { keyOfTwin, oneAtATime, rememberTwin } from './twin-sends.ts';

/** How long people see that their message was accepted before the window closes by itself. */
const BEFORE_CLOSING_MS = 2500;

/** What lives as long as the pane. */
export interface SendFlow {
  readonly api: Api;
  readonly show: (state: SendState) => void;
  /** What is shown now. */
  state: SendState;
  policy: SendPolicy | null;
  options: SendOptions | null;
  /** Of a send whose outcome is not known yet; the pane itself needs no store to try again. */
  sendKey: string | null;
  /** Files that Outlook did not hand over at the last try. */
  unreadable: readonly UnreadableAttachment[];
  /** The draft changed during the last try, which ended it. */
  wasChanged: boolean;
  /** When the draft was opened in this pane, in milliseconds since 1970. */
  openedAt: number;
  /** Outlook told of a change while nothing could be read. */
  isChangeMissed: boolean;
  isBusy: boolean;
  cancelling: AbortController;
}

/** A pane that has read nothing yet. */
export function newFlow(api: Api, showState: (state: SendState) => void): SendFlow {
  return {
    api,
    show: showState,
    state: { step: 'reading' },
    policy: null,
    options: null,
    sendKey: null,
    unreadable: [],
    wasChanged: false,
    openedAt: 0,
    isChangeMissed: false,
    isBusy: false,
    cancelling: new AbortController(),
  };
}

/** Reads the draft and the organisation's rules; a send whose answer was lost is looked up first, so that nothing is sent twice. */
export async function openDraft(flow: SendFlow): Promise<void> {
  await exclusively(flow, 'open', async () => {
    show(flow, { step: 'reading' });
    flow.openedAt = Date.now();
    flow.unreadable = [];
    flow.wasChanged = false;
    const [message, policy] = await Promise.all([readMessage(), flow.api.call(readSendPolicy, {})]);
    flow.policy = policy;
    flow.options = fitOptions(flow.options ?? policy.defaults, policy);
    if (await wasAcceptedEarlier(flow, message)) return;
    showReady(flow, message, false);
  });
}

/** Reads the draft again after a change in Outlook, while it is looked over; what it cannot read now is read when it is sent. */
export async function rereadDraft(flow: SendFlow): Promise<void> {
  flow.isChangeMissed = lookedOver(flow) === null;
  if (flow.isChangeMissed) return;
  const message = await readMessage().catch(() => null);
  const shown = lookedOver(flow);
  // What people have not read yet stays.
  if (message && shown) showReady(flow, message, shown.wasRefused, shown.havePolicyChanged);
}

/** Keeps what was chosen for this message. */
export function chooseOptions(flow: SendFlow, options: SendOptions): void {
  flow.options = options;
}

/** Reads the draft anew and sends it, once, however often it is asked for. */
export async function startSending(flow: SendFlow): Promise<void> {
  const { policy, options } = flow;
  if (!policy || !options) return openDraft(flow);
  await exclusively(flow, 'send', async () => {
    flow.cancelling = new AbortController();
    flow.unreadable = [];
    flow.wasChanged = false;
    show(flow, { step: 'uploading', progress: null, canCancel: true });
    const message = await readMessage();
    if (findProblems(message, policy).length > 0) return showReady(flow, message, true);
    const { signal } = flow.cancelling;
    await oneAtATime(message, signal, () => sendNow(flow, message, options)).catch((cause: unknown) => {
      if (!signal.aborted || flow.state.step !== 'uploading') throw cause;
      showReady(flow, message, false);
    });
  });
}

/** Closes the compose window; where Outlook refuses, people are told to do it themselves. */
export async function closeWindow(flow: SendFlow, accepted: Extract<SendState, { step: 'accepted' }>): Promise<void> {
  try {
    await closeDraft();
  } catch {
    show(flow, { ...accepted, closing: 'by_hand' });
  }
}

/** Signs somebody else in, then reads draft and rules anew for that person. */
export async function switchAccount(flow: SendFlow): Promise<void> {
  await exclusively(flow, 'open', async () => {
    show(flow, { step: 'reading' });
    await flow.api.switchAccount();
  });
  if (flow.state.step === 'reading') await openDraft(flow);
}

async function readMessage(): Promise<OutgoingMessage> {
  return outgoingMessage(await readDraft());
}

async function sendNow(flow: SendFlow, message: OutgoingMessage, options: SendOptions): Promise<void> {
  if (flow.cancelling.signal.aborted) return showReady(flow, message, false);
  flow.sendKey = (await keyOfTwin(message, flow.openedAt)) ?? flow.sendKey;
  if (await wasAcceptedEarlier(flow, message)) return;
  flow.sendKey ??= await newSendKey(message);
  await deliver(flow, message, flow.sendKey, options);
}

async function deliver(flow: SendFlow, message: OutgoingMessage, sendKey: string, options: SendOptions): Promise<void> {
  const { api, cancelling } = flow;
  try {
    const accepted = await deliverMessage({
      api,
      message,
      sendKey,
      options,
      signal: cancelling.signal,
      onProgress: (progress) => show(flow, { step: 'uploading', progress, canCancel: true }),
      confirm: async () => requireSameDraft(message, await readMessage()),
      onHandingOver: () => show(flow, { step: 'uploading', progress: null, canCancel: false }),
    });
    await rememberTwin(message, sendKey);
    await showAccepted(flow, sendKey, accepted, false);
  } catch (failure) {
    if (cancelling.signal.aborted) return showReady(flow, message, false);
    if (failure instanceof UnreadableAttachment) return lookOverAgain(flow, message, failure);
    if (failure instanceof DraftChanged) return lookOverAgain(flow, message, null);
    if (failure instanceof CallError && failure.code === 'against_policy') {
      if (await showIfAccepted(flow, sendKey)) return;
      return showNewPolicy(flow, message);
    }
    if (failure instanceof CallError && failure.code === 'send_key_reused') {
      if (await showIfAccepted(flow, sendKey)) return;
      await forget(flow, sendKey);
    }
    throw failure;
  }
}

/** The organisation changed its rules after they were read: people see the new ones before anything leaves. */
async function showNewPolicy(flow: SendFlow, message: OutgoingMessage): Promise<void> {
  flow.policy = await flow.api.call(readSendPolicy, {});
  flow.options = fitOptions(flow.options ?? flow.policy.defaults, flow.policy);
  showReady(flow, message, false, true);
}

/** Shows the draft as it is now with what kept it back; a file that is not in it any more has changed it. */
async function lookOverAgain(flow: SendFlow, before: OutgoingMessage, unreadable: UnreadableAttachment | null): Promise<void> {
  const message = await readMessage().catch(() => before);
  const isThere = message.files.some(({ id }) => id === unreadable?.attachmentId);
  flow.unreadable = unreadable && isThere ? [unreadable] : [];
  flow.wasChanged = !isThere;
  showReady(flow, message, true);
}

async function wasAcceptedEarlier(flow: SendFlow, message: OutgoingMessage): Promise<boolean> {
  flow.sendKey ??= await unresolvedSendKey(message);
  return flow.sendKey !== null && showIfAccepted(flow, flow.sendKey);
}

async function showIfAccepted(flow: SendFlow, sendKey: string): Promise<boolean> {
  const { accepted } = await flow.api.call(findSend, { sendKey });
  if (accepted) await showAccepted(flow, sendKey, accepted, true);
  return accepted !== null;
}

async function forget(flow: SendFlow, sendKey: string): Promise<void> {
  flow.sendKey = null;
  await forgetSendKey(sendKey);
}

async function showAccepted(flow: SendFlow, sendKey: string, accepted: Accepted, wasEarlier: boolean): Promise<void> {
  await forget(flow, sendKey);
  const closesItself = canDiscardDraft() && !wasEarlier;
  const state = { step: 'accepted', accepted, wasEarlier, closing: closesItself ? 'soon' : 'on_click' } as const;
  show(flow, state);
  if (closesItself) setTimeout(() => void closeWindow(flow, state), BEFORE_CLOSING_MS);
}

function showReady(flow: SendFlow, message: OutgoingMessage, wasRefused: boolean, havePolicyChanged = false): void {
  const { policy, options } = flow;
  if (!policy || !options) return;
  const problems = [...problemsOfLastTry(message, flow), ...findProblems(message, policy)];
  const isRefused = wasRefused && problems.length > 0;
  show(flow, { step: 'ready', message, policy, options, problems, wasRefused: isRefused, havePolicyChanged });
}

/** The review as it is shown; null while something else is, or work is under way. */
function lookedOver({ isBusy, state }: SendFlow) {
  return state.step === 'ready' && !isBusy ? state : null;
}

function show(flow: SendFlow, state: SendState): void {
  flow.state = state;
  flow.show(state);
}

async function exclusively(flow: SendFlow, repeat: 'open' | 'send', work: () => Promise<void>): Promise<void> {
  if (flow.isBusy) return;
  flow.isBusy = true;
  try {
    await work();
  } catch (failure) {
    show(flow, { step: 'failed', failure, repeat });
  } finally {
    flow.isBusy = false;
  }
  if (flow.isChangeMissed) await rereadDraft(flow);
}
