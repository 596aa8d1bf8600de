import type { MessageRecipient } from '../store/message-document.ts';

/** Whether a recipient can no longer read at `now`: the message was taken back from them or has expired. */
export function hasEnded({ recalledAt, expiresAt }: MessageRecipient, now: Date): boolean {
  return recalledAt !== null || (expiresAt !== null && expiresAt <= now);
}
