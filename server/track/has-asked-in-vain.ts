import type { MessageRecipient } from '../store/message-document.ts';

/** Whether a recipient asked for more time and has not got it since; one from whom the message was taken back gets none. */
export function hasAskedInVain({ moreTimeAskedAt, expiresAt, recalledAt }: MessageRecipient): boolean {
  if (!moreTimeAskedAt || recalledAt !== null) return false;
  return expiresAt !== null && expiresAt <= moreTimeAskedAt;
}
