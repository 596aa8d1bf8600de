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
  /** For what nobody is waiting for: it fails where people would have to sign in. */
  readonly callQuietly: Call;
  readonly upload: (file: FileToUpload) => Promise<UploadedFile>;
  /** Lets people choose in a window of Outlook's whom to sign in. */
  readonly switchAccount: () => Promise<void>;
}

type Headers = () => Promise<Record<string, string>>;

/** A server that takes longer over a question is as good as away; whoever hands much over brings a patience of their own. */
const PATIENCE_MS = 45_000;
/** A server may be starting again in the middle of a file. */
const UPLOAD_WAITS_MS = [1000, 3000, 8000, 20_000];

/** Makes the pane's access to the server; a token that the server finds too old is fetched anew, once.
 *  Its functions throw CallError, or OutlookError where signing in fails. */
export function createApi(getAccessToken: GetAccessToken): Api {
  const callAs =
    (isQuiet: boolean): Call =>
    (endpoint, input, signal) =>
      withToken(getAccessToken, isQuiet, (headers) =>
        createCall({ fetch: fetchInTime, origin: '', headers })(endpoint, input, signal),
      );
  return {
    call: callAs(false),
    callQuietly: callAs(true),
    upload: (file) =>
      withToken(getAccessToken, false, (headers) =>
        uploadFile({ endpoint: uploadAttachment, ...file, headers }, UPLOAD_WAITS_MS),
      ),
    switchAccount: async () => {
      await getAccessToken('window');
    },
  };
}

const fetchInTime: Fetch = (address, request) =>
  fetch(address, { ...request, signal: (request.signal as AbortSignal | undefined) ?? AbortSignal.timeout(PATIENCE_MS) });

async function withToken<T>(
  getAccessToken: GetAccessToken,
  isQuiet: boolean,
  attempt: (headers: Headers) => Promise<T>,
): Promise<T> {
  let token = '';
  const bearer = () => ({ authorization: `Bearer ${token}` });
  try {
    return await attempt(async () => {
      token = await getAccessToken('kept', isQuiet);
      return bearer();
    });
  } catch (failure) {
    if (!isOfTheToken(failure)) throw failure;
  }
  const refused = token;
  // Something that ran beside this may have renewed it already.
  token = await getAccessToken('kept', isQuiet);
  if (token === refused) token = await getAccessToken('fresh', isQuiet);
  return attempt(async () => bearer());
}

function isOfTheToken(failure: unknown): boolean {
  return failure instanceof CallError && (failure.code === 'token_expired' || failure.code === 'not_signed_in');
}
