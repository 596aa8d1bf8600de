import type { UnreadableAttachment } from '../outlook/read-attachment.ts';
import type { Problem } from './find-problems.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

/** How the last try to send ended. */
interface LastTry {
  readonly unreadable: readonly UnreadableAttachment[];
  readonly wasChanged: boolean;
  readonly isWarnedAnew: boolean;
}

/** What kept the last try back, as far as it still holds for the message as it is now. */
export function problemsOfLastTry({ files }: OutgoingMessage, { unreadable, wasChanged, isWarnedAnew }: LastTry): Problem[] {
  const changed: Problem[] = wasChanged ? [{ kind: 'changed_meanwhile' }] : [];
  const warned: Problem[] = isWarnedAnew ? [{ kind: 'warned_anew' }] : [];
  const unread = files.flatMap(({ id, name }) =>
    unreadable
      .filter((failure) => failure.isOf({ id, name }))
      .map(({ reason }): Problem => ({ kind: 'unreadable_file', fileId: id, name, reason })),
  );
  return [...changed, ...warned, ...unread];
}
