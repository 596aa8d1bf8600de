import { CallError } from '../../contract/call.ts';
import { type DigestedFile, digestFile } from './digest-file.ts';
import type { OutgoingFile } from './outgoing-file.ts';

/** Reads a file from Outlook and digests it. @throws UnreadableAttachment | OutlookError | CallError broken_upload; an AbortError once `signal` says so */
export async function digestOutgoing(file: OutgoingFile, signal: AbortSignal): Promise<DigestedFile> {
  const bytes = await file.read(signal);
  return digestFile(bytes, file.contentType).catch(async () => {
    // The thread did not run, as after a new version of the pane; the bytes went with it.
    const again = await file.read(signal);
    return digestFile(again, file.contentType).catch(() => {
      throw new CallError('broken_upload');
    });
  });
}
