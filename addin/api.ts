import { CallError, type Fetch, createCall } from '../contract/call.ts';
import type { Endpoint, InputOf, OutputOf } from '../contract/endpoint.ts';
import { uploadAttachment } from '../contract/send.ts';
import { type UploadedFile, uploadFile } from '../screen/upload-file.ts';
import type { GetAccessToken } from './outlook/sign-in.ts';

export interface FileToUpload {
  readonly name: string;
  readonly content: Blob;
  readonly onProgress: (sentBytes: number) => void;
  readonly signal: AbortSignal;
}

/** When the waiting for an answer ends: at the latest so many milliseconds after somebody is signed in. */
interface Waiting {
  readonly signal?: AbortSignal;
  readonly patienceMs?: number;
}

type PaneCall = <E extends Endpoint>(endpoint: E, input: InputOf<E>, waiting?: Waiting) => Promise<OutputOf<E>>;

/** How the pane speaks to the server: every request carries the access token of the person at Outlook. */
export interface Api {
  readonly call: PaneCall;
  /** For what nobody is waiting for: it fails where people would have to sign in. */
  readonly callQuietly: PaneCall;
  /** Sees to it that somebody is signed in, for what must not be held up by that later. */
  readonly signIn: () => Promise<void>;
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
    (isQuiet: boolean): PaneCall =>
    (endpoint, input, { signal, patienceMs = PATIENCE_MS } = {}) =>
      withToken(getAccessToken, isQuiet, (headers) =>
        createCall({ fetch: fetchWithin(patienceMs, signal), origin: '', headers })(endpoint, input),
      );
  return {
    call: callAs(false),
    callQuietly: callAs(true),
    upload: (file) =>
      withToken(getAccessToken, false, (headers) =>
        uploadFile({ endpoint: uploadAttachment, ...file, headers }, UPLOAD_WAITS_MS),
      ),
    signIn: async () => {
      await getAccessToken();
    },
    switchAccount: async () => {
      await getAccessToken('window');
    },
  };
}

/** The patience begins with each request, for people may take long to sign in before it. */
function fetchWithin(patienceMs: number, signal?: AbortSignal): Fetch {
  return (address, request) => {
    const patience = AbortSignal.timeout(patienceMs);
    return fetch(address, { ...request, signal: signal ? eitherOf(signal, patience) : patience });
  };
}

/** What `AbortSignal.any` does, which webviews of Safari before 17.4 lack. */
function eitherOf(...signals: readonly AbortSignal[]): AbortSignal {
  const either = new AbortController();
  for (const signal of signals) {
    const end = () => either.abort(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  }
  return either.signal;
}

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
