import type * as z from 'zod/mini';
import { CallError, readFailure } from '../contract/call.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { uploadedFile } from '../contract/upload.ts';
import { isCode } from './is-code.ts';
import { waitBeforeNextTry } from './wait-before-next-try.ts';

export type UploadedFile = z.output<typeof uploadedFile>;

export interface Upload {
  readonly endpoint: Endpoint;
  readonly content: Blob;
  readonly name: string;
  /** Headers of each attempt, such as an access token; asked anew each time. */
  readonly headers?: () => Promise<Record<string, string>>;
  /** Told the bytes that are on their way so far; starts again at 0 with every attempt. */
  readonly onProgress?: (sentBytes: number) => void;
  readonly signal?: AbortSignal;
}

const WAITS_MS = [1000, 3000, 8000];
const STALL_MS = 60_000;

/** Sends one file in a form field `file`, and again after 1, 3 and 8 seconds, or when the server asks to come again, when the line or the server
 *  fails for a moment. A file that arrived although its answer was lost is swept away by the server.
 *  @throws CallError; an AbortError once `signal` says so */
export async function uploadFile(upload: Upload, waitsMs: readonly number[] = WAITS_MS): Promise<UploadedFile> {
  for (const wait of waitsMs) {
    try {
      return await attemptUpload(upload);
    } catch (failure) {
      const isBroken = isCode(failure, 'broken_upload');
      const waitMs = isBroken ? wait : waitBeforeNextTry(failure, wait);
      if (waitMs === null) throw failure;
      await pause(waitMs, upload.signal);
    }
  }
  return attemptUpload(upload);
}

async function attemptUpload({ endpoint, content, name, headers, onProgress, signal }: Upload): Promise<UploadedFile> {
  signal?.throwIfAborted();
  const form = new FormData();
  form.append('file', content, name);
  const request = new XMLHttpRequest();
  request.open(endpoint.method, endpoint.path);
  request.setRequestHeader('accept', 'application/json');
  for (const [header, value] of Object.entries((await headers?.()) ?? {})) request.setRequestHeader(header, value);
  const answer = await exchange(request, form, onProgress ?? (() => undefined), signal);
  const parsed = uploadedFile.safeParse(answer);
  if (!parsed.success) throw new CallError('offline');
  return parsed.data;
}

function exchange(request: XMLHttpRequest, form: FormData, onProgress: (bytes: number) => void, signal?: AbortSignal) {
  return new Promise<unknown>((resolve, reject) => {
    const stop = () => request.abort();
    let stalled = setTimeout(stop, STALL_MS);
    const settle = (done: () => void) => {
      clearTimeout(stalled);
      signal?.removeEventListener('abort', stop);
      done();
    };
    request.upload.onprogress = ({ loaded }) => {
      clearTimeout(stalled);
      stalled = setTimeout(stop, STALL_MS);
      onProgress(loaded);
    };
    request.onload = () =>
      settle(() =>
        request.status < 300
          ? resolve(parseAnswer(request.responseText))
          : reject(readFailure(request.responseText, request.getResponseHeader('retry-after'))),
      );
    request.onerror = () => settle(() => reject(new CallError('offline')));
    request.onabort = () => settle(() => reject(signal?.aborted ? abortError() : new CallError('offline')));
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) settle(() => reject(abortError()));
    else request.send(form);
  });
}

function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortError());
    const stop = () => {
      clearTimeout(timer);
      reject(abortError());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

function abortError(): DOMException {
  return new DOMException('The upload was cancelled', 'AbortError');
}
