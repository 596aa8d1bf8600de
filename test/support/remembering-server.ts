import { CallError } from '../../contract/call.ts';
import { findSend, sendMessage } from '../../contract/send.ts';
import type { FileToUpload } from '../../addin/api.ts';
import { anAcceptance, fakeApi } from './fake-api.ts';

/** A server that knows under which keys it has accepted something. While `isDeaf` says so it accepts, but its answers are lost. */
export function rememberingServer(upload?: (file: FileToUpload) => Promise<void>, isDeaf: () => boolean = () => false) {
  const accepted = new Set<unknown>();
  const server = fakeApi(
    {
      [findSend.path]: ({ sendKey }: { sendKey: string }) => ({ accepted: accepted.has(sendKey) ? anAcceptance : null }),
      [sendMessage.path]: ({ sendKey }: { sendKey: string }) => {
        accepted.add(sendKey);
        if (isDeaf()) throw new CallError('offline');
        return anAcceptance;
      },
    },
    upload,
  );
  return { ...server, accepted };
}
