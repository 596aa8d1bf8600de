import { UnreadableAttachment } from '../outlook/read-attachment.ts';
import { digestOutgoing } from './digest-outgoing.ts';
import type { OutgoingFile } from './outgoing-file.ts';

/** The SHA-256 of each file in lower-case hex, read from Outlook one after the other; null when Outlook does not hand one over.
 *  @throws OutlookError | CallError broken_upload; an AbortError once `signal` says so */
export async function readDigests(files: readonly OutgoingFile[], signal: AbortSignal): Promise<string[] | null> {
  const digests: string[] = [];
  for (const file of files) {
    const read = await digestOutgoing(file, signal).catch((failure: unknown) => {
      if (failure instanceof UnreadableAttachment) return null;
      throw failure;
    });
    if (!read) return null;
    digests.push(read.sha256);
  }
  return digests;
}
