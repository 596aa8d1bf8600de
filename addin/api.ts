import { type Call, CallError, type Fetch, createCall } from '../contract/call.ts';
import { uploadAttachment } from '../contract/send.ts';
import { type UploadedFile, uploadFile } from '../screen/upload-file.ts';
import type { GetAccessToken } from './outlook/sign-in.ts';

export interface FileToUpload {
  readonly name: string;
  readonly content: Blob;
  readonly onProgress: (sentBytes: number) => void;
  readonly signal: AbortSignal;
}

/** How the pane speaks to the server: every request carries the access token of the person at Outlook. */
export interface Api {
  readonly call: Call;
  readonly upload: (file: FileToUpload) => Promise<UploadedFile>;
  /** Lets people choose in a window of Outlook's whom to sign in. */
  readonly switchAccount: () => Promise<void>;
}

/** A server that takes longer over a question is as good as away; whoever hands much over brings a patience of their own. */
const PATIENCE_MS = 45_000;

/** Makes the pane's access to the server; a token that the server finds too old is fetched anew, once.
 *  Its functions throw CallError, or OutlookError where signing in fails. */
export function createApi(getAccessToken: GetAccessToken): Api {
  const headers = (isFresh: boolean) => async () => ({
    authorization: `Bearer ${await getAccessToken(isFresh ? 'fresh' : 'kept')}`,
  });
  const callWith = (isFresh: boolean) => createCall({ fetch: fetchInTime, origin: '', headers: headers(isFresh) });
  const [callAsUsual, callWithFreshToken] = [callWith(false), callWith(true)];
  return {
    call: (endpoint, input, signal) =>
      withFreshToken(
        () => callAsUsual(endpoint, input, signal),
        () => callWithFreshToken(endpoint, input, signal),
      ),
    upload: (file) =>
      withFreshToken(
        () => uploadFile({ endpoint: uploadAttachment, ...file, headers: headers(false) }),
        () => uploadFile({ endpoint: uploadAttachment, ...file, headers: headers(true) }),
      ),
    switchAccount: async () => {
      await getAccessToken('window');
    },
  };
}

const fetchInTime: Fetch = (address, request) =>
  fetch(address, { ...request, signal: (request.signal as AbortSignal | undefined) ?? AbortSignal.timeout(PATIENCE_MS) });

async function withFreshToken<T>(attempt: () => Promise<T>, attemptAnew: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (failure) {
    if (failure instanceof CallError && (failure.code === 'token_expired' || failure.code === 'not_signed_in'))
      return attemptAnew();
    throw failure;
  }
}
