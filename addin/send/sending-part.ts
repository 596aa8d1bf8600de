import { CallError } from '../../contract/call.ts';

type SendingPart = typeof import('./start-sending.ts');

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
