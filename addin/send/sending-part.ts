import { CallError } from '../../contract/call.ts';
import type { startSending } from './start-sending.ts';

interface SendingPart {
  readonly startSending: typeof startSending;
}

let part: Promise<SendingPart> | null = null;

/** What sends, fetched beside the reading of the draft, for nobody sends before that; where it could not be fetched it is tried again.
 *  @throws CallError offline */
export function sendingPart(): Promise<SendingPart> {
  part ??= import('./start-sending.ts').catch(() => {
    part = null;
    throw new CallError('offline');
  });
  return part;
}
