import { untilAborted } from '../outlook/until-aborted.ts';
import { digestOutgoing } from './digest-outgoing.ts';
import { lookOf } from './look-of.ts';
import type { OutgoingFile } from './outgoing-file.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

/** Somebody went on writing while the files were on their way. */
export class DraftChanged extends Error {}

/** Compares what people see of a message: Outlook may write the same text in other HTML, list files in another order, give them other ids and estimate
 *  their sizes anew between two readings; a file of another id or size is read again and compared with what was uploaded, `digests` in the order of
 *  `before`'s files. An id that now names another file is a place in the list that moved while the files were read, so any of them may be wrong.
 *  @throws DraftChanged when it is not what it was; UnreadableAttachment | OutlookError; an AbortError once `signal` says so */
export async function requireSameDraft(
  before: OutgoingMessage,
  now: OutgoingMessage,
  digests: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const names = new Map(before.files.map(({ id, name }) => [id, name]));
  const haveIdsMoved = now.files.some(({ id, name }) => (names.get(id) ?? name) !== name);
  if (haveIdsMoved || lookOf(before) !== lookOf(now)) throw new DraftChanged();
  const unmatched = before.files.map((file, place) => ({ file, digest: digests[place] }));
  const take = (isIt: (sent: (typeof unmatched)[number]) => boolean) => {
    const place = unmatched.findIndex(isIt);
    return place >= 0 && unmatched.splice(place, 1).length === 1;
  };
  const toldOtherwise = now.files.filter((file) => !take((sent) => isToldAlike(sent.file, file)));
  for (const file of toldOtherwise) {
    const { sha256 } = await untilAborted(digestOutgoing(file, signal), signal);
    if (!take((sent) => sent.file.name === file.name && sent.digest === sha256)) throw new DraftChanged();
  }
}

function isToldAlike(one: OutgoingFile, other: OutgoingFile): boolean {
  return one.id === other.id && one.name === other.name && one.size === other.size;
}
