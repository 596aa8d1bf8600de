import { listsAmong } from './lists-among.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

/** Whether something in the message does not go out as it looks in Outlook, or not to whom it seems to, that people could not see in `shown`. */
export function hasNewWarnings(shown: OutgoingMessage, now: OutgoingMessage): boolean {
  const isNew = (before: readonly string[], names: readonly string[]) => names.some((name) => !before.includes(name));
  return (
    now.strayPictures > shown.strayPictures ||
    now.missingPictures > shown.missingPictures ||
    isNew(shown.unshownPictures, now.unshownPictures) ||
    isNew(shown.cloudLinks, now.cloudLinks) ||
    isNew(listsAmong(shown.recipients), listsAmong(now.recipients))
  );
}
