import type { MessageRecipient } from '../store/message-document.ts';

/** Whether a recipient asked for more time and has not got it since. */
export function hasAskedInVain({ moreTimeAskedAt, expiresAt, recalledAt }: MessageRecipient): boolean {
  if (!moreTimeAskedAt) return false;
  return recalledAt !== null || (expiresAt !== null && expiresAt <= moreTimeAskedAt);
}
