import type { Api } from '../api.ts';
import type { UnreadableAttachment } from '../outlook/read-attachment.ts';
import { giveUpSignInWindow } from '../outlook/sign-in-window.ts';
import { readDraft } from '../outlook/read-draft.ts';
import type { SendOptions } from './deliver-message.ts';
import { type SendPolicy, findProblems } from './find-problems.ts';
import type { OutgoingMessage } from './outgoing-message.ts';
import { problemsOfLastTry } from './problems-of-last-try.ts';
import type { SendState } from './send-state.ts';
import { shapingPart } from './shaping-part.ts';

/** What lives as long as the pane. */
export interface SendFlow {
  readonly api: Api;
  readonly show: (state: SendState) => void;
  /** What is shown now. */
  state: SendState;
  policy: SendPolicy | null;
  options: SendOptions | null;
  /** The draft as it was read last. */
  message: OutgoingMessage | null;
  /** Of a send whose outcome is not known yet; the pane itself needs no store to try again. */
  sendKey: string | null;
  /** Of sends whose outcome people have been told; Outlook may not have been able to forget them. */
  readonly settledKeys: Set<string>;
  /** Ends once Outlook has forgotten those, or has not answered in time. */
  forgetting: Promise<void>;
  /** Whether the draft beside the pane is still what was accepted; null where it is not known what that was. It throws where the draft cannot be read. */
  isDraftAsSent: ((signal: AbortSignal) => Promise<boolean>) | null;
  /** Files that Outlook did not hand over at the last try. */
  unreadable: readonly UnreadableAttachment[];
  /** The draft changed during the last try, which ended it. */
  wasChanged: boolean;
  /** The last try ended since the message had come to something that the review had not warned of. */
  isWarnedAnew: boolean;
  /** When the draft was opened in this pane, in milliseconds since 1970. */
  openedAt: number;
  /** Outlook told of a change while nothing could be read. */
  isChangeMissed: boolean;
  /** Raised by every reading for the review and by all other work: what was read before that is out of date. */
  turn: number;
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
    message: null,
    sendKey: null,
    settledKeys: new Set(),
    forgetting: Promise.resolve(),
    isDraftAsSent: null,
    unreadable: [],
    wasChanged: false,
    isWarnedAnew: false,
    openedAt: 0,
    isChangeMissed: false,
    turn: 0,
    isBusy: false,
    cancelling: new AbortController(),
  };
}

/** Shows where the pane stands now. */
export function show(flow: SendFlow, state: SendState): void {
  flow.state = state;
  flow.show(state);
}

/** Shows a message to be looked over, with everything that is in its way. */
export function showReady(flow: SendFlow, message: OutgoingMessage, wasRefused = false, havePolicyChanged = false): void {
  const { policy, options } = flow;
  if (!policy || !options) return;
  flow.message = message;
  const problems = [...problemsOfLastTry(message, flow), ...findProblems(message, policy)];
  const isRefused = wasRefused && problems.length > 0;
  show(flow, { step: 'ready', message, policy, options, problems, wasRefused: isRefused, havePolicyChanged });
}

/** Keeps what was chosen for this message. */
export function chooseOptions(flow: SendFlow, options: SendOptions): void {
  flow.options = options;
}

/** Ends the waiting for whatever has not answered yet, as long as the message has not been handed over; after that for a sign-in window only. */
export function cancelSending(flow: SendFlow): void {
  if (flow.state.step !== 'uploading') return;
  if (flow.state.canCancel) flow.cancelling.abort();
  giveUpSignInWindow();
}

/** The message beside the pane as it would go out now. @throws OutlookError; CallError offline */
export async function readMessage(): Promise<OutgoingMessage> {
  const fetching = shapingPart();
  fetching.catch(() => undefined);
  const draft = await readDraft();
  return (await fetching).outgoingMessage(draft);
}

/** Reads the draft again after a change in Outlook, while it is looked over; what it cannot read now is read when it is sent. */
export async function rereadDraft(flow: SendFlow): Promise<void> {
  flow.isChangeMissed = lookedOver(flow) === null;
  if (flow.isChangeMissed) return;
  flow.turn += 1;
  const { turn } = flow;
  const message = await readMessage().catch(() => null);
  const shown = lookedOver(flow);
  // What people have not read yet stays.
  if (message && shown && turn === flow.turn) showReady(flow, message, shown.wasRefused, shown.havePolicyChanged);
}

/** Does the work unless other work is under way; what it throws is shown, with the way to do it again. */
export async function exclusively(flow: SendFlow, repeat: 'open' | 'send', work: () => Promise<void>): Promise<void> {
  if (flow.isBusy) return;
  flow.isBusy = true;
  flow.turn += 1;
  try {
    await work();
  } catch (failure) {
    show(flow, { step: 'failed', failure, repeat });
  } finally {
    flow.isBusy = false;
  }
  if (flow.isChangeMissed) await rereadDraft(flow);
}

/** The review as it is shown; null while something else is, or work is under way. */
function lookedOver({ isBusy, state }: SendFlow) {
  return state.step === 'ready' && !isBusy ? state : null;
}
