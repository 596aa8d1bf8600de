import type { Accepted, SendOptions } from './deliver-message.ts';
import type { Problem, SendPolicy } from './find-problems.ts';
import type { OutgoingMessage } from './outgoing-message.ts';
import type { UploadProgress } from './upload-files.ts';

/** Where the pane stands. */
export type SendState =
  | { readonly step: 'reading' }
  | {
      readonly step: 'ready';
      readonly message: OutgoingMessage;
      readonly policy: SendPolicy;
      readonly options: SendOptions;
      readonly problems: readonly Problem[];
      /** Somebody wanted to send it and a problem was in the way. */
      readonly wasRefused: boolean;
      /** The organisation's rules have changed since the options were looked over. */
      readonly havePolicyChanged: boolean;
    }
  | { readonly step: 'uploading'; readonly progress: UploadProgress | null; readonly canCancel: boolean }
  | {
      readonly step: 'accepted';
      readonly accepted: Accepted;
      /** `answer_lost`: by an earlier try; what was changed in the draft since then did not go out. `by_twin`: by another pane. */
      readonly how: 'now' | 'answer_lost' | 'by_twin';
      readonly closing: 'soon' | 'on_click' | 'by_hand';
      /** Whether the draft is still what was sent, as far as is known; looked into before it would be discarded. */
      readonly draft: 'as_sent' | 'changed' | 'unknown';
    }
  | { readonly step: 'failed'; readonly failure: unknown; readonly repeat: 'open' | 'send' };
