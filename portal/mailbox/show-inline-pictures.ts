import type { OpenedMessage } from '../../contract/mailbox.ts';
import { loadInlinePictures } from './load-inline-pictures.ts';

/** Inline pictures of a message that could not be loaded. */
export interface MissingPictures {
  readonly count: number;
  readonly isTrying: boolean;
  readonly tryAgain: () => void;
}

/** Shows the inline pictures of a message and tells `onMissing` what is missing, null once nothing is, until `signal` ends that. Trying again loads what
 *  is missing; `onComplete` is called when that brought the rest. */
export async function showInlinePictures(
  shown: ParentNode,
  { deliveryId, attachments }: Pick<OpenedMessage, 'deliveryId' | 'attachments'>,
  signal: AbortSignal,
  onMissing: (missing: MissingPictures | null) => void,
  onComplete: () => void,
): Promise<void> {
  const load = async () => {
    const count = await loadInlinePictures(shown, deliveryId, attachments, signal);
    if (!signal.aborted) onMissing(count === 0 ? null : { count, isTrying: false, tryAgain: () => void loadAgain(count) });
    return count;
  };
  const loadAgain = async (count: number) => {
    onMissing({ count, isTrying: true, tryAgain: () => undefined });
    if ((await load()) === 0 && !signal.aborted) onComplete();
  };
  await load();
}
