import {
  correctAddress,
  endMessage,
  extendMessage,
  readSent,
  recallMessage,
  sendAgain,
  type TrackedMessage,
} from '../../contract/track.ts';
import type { Api } from '../api.ts';

/** What is known of the open message. */
export type TrackedState =
  | { readonly step: 'loading' }
  | { readonly step: 'failed'; readonly failure: unknown }
  | {
      readonly step: 'shown';
      readonly message: TrackedMessage;
      /** The last question was not answered. */
      readonly isBehind: boolean;
    };

/** What lives as long as the message is open. */
export interface TrackedFlow {
  readonly api: Api;
  readonly messageId: string;
  readonly show: (state: TrackedState) => void;
  state: TrackedState;
  /** Raised by every action: an answer to what was asked before it is out of date. */
  turn: number;
}

/** A change of the open message, for one recipient or for all (`deliveryId` null). */
export type SentAction =
  | { readonly kind: 'recall' | 'end'; readonly deliveryId: string | null }
  | { readonly kind: 'extend'; readonly deliveryId: string | null; readonly expiresInDays: number | null }
  | { readonly kind: 'again'; readonly deliveryId: string }
  | { readonly kind: 'correct'; readonly deliveryId: string; readonly address: string; readonly name: string };

/** Asks how things stand, quietly when nobody wanted it just now; what is shown stays until there is an answer. Never fails. */
export async function readTracked(flow: TrackedFlow, isQuiet = false): Promise<void> {
  const { api, turn } = flow;
  try {
    const message = await (isQuiet ? api.callQuietly : api.call)(readSent, { messageId: flow.messageId });
    if (turn === flow.turn) show(flow, { step: 'shown', message, isBehind: false });
  } catch (failure) {
    if (turn !== flow.turn) return;
    show(flow, flow.state.step === 'shown' ? { ...flow.state, isBehind: true } : { step: 'failed', failure });
  }
}

/** Does what was chosen and shows how things stand then. @throws CallError, OutlookError when it was refused or nobody answered */
export async function act(flow: TrackedFlow, action: SentAction): Promise<void> {
  flow.turn += 1;
  try {
    const message = await answerTo(flow, action);
    flow.turn += 1;
    show(flow, { step: 'shown', message, isBehind: false });
  } catch (failure) {
    void readTracked(flow, true);
    throw failure;
  }
}

function answerTo({ api, messageId }: TrackedFlow, action: SentAction): Promise<TrackedMessage> {
  switch (action.kind) {
    case 'recall':
      return api.call(recallMessage, { messageId, deliveryIds: chosen(action) });
    case 'end':
      return api.call(endMessage, { messageId, deliveryIds: chosen(action) });
    case 'extend':
      return api.call(extendMessage, { messageId, deliveryIds: chosen(action), expiresInDays: action.expiresInDays });
    case 'again':
      return api.call(sendAgain, { messageId, deliveryId: action.deliveryId });
    case 'correct':
      return api.call(correctAddress, { messageId, deliveryId: action.deliveryId, address: action.address, name: action.name });
  }
}

const chosen = ({ deliveryId }: SentAction) => (deliveryId === null ? null : [deliveryId]);

function show(flow: TrackedFlow, state: TrackedState): void {
  flow.state = state;
  flow.show(state);
}
