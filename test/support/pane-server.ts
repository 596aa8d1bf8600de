import { createHash } from 'node:crypto';
import { findSend, readSendPolicy, sendMessage, uploadAttachment } from '../../contract/send.ts';
import { aPolicy, anAcceptance } from './fake-api.ts';

type Step = 'policy' | 'upload' | 'send' | 'find' | 'other';
/** `refused`: nobody listens; `cut`: the line breaks in the middle; `lost`: done, but the answer never arrives; `busy`: a proxy asks to come again
 *  in a second; `throttled`: the server does; `much later`: in an hour; `failing`: an error of ours; `expired`: the token is too old. */
export type Fault = 'refused' | 'cut' | 'lost' | 'busy' | 'throttled' | 'much later' | 'failing' | 'expired';

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter?: string;
}

/** A server behind `fetch` and `XMLHttpRequest`, with faults that a test lays out beforehand. It accepts what is new and remembers it. */
export function placePaneServer() {
  const faults: { readonly step: Step; readonly fault: Fault }[] = [];
  const messages = new Map<string, Record<string, unknown>>();
  const files: string[] = [];
  const tokens: string[] = [];
  const take = (step: Step) => {
    const at = faults.findIndex((laid) => laid.step === step);
    return at < 0 ? null : (faults.splice(at, 1)[0]?.fault ?? null);
  };
  const done = (path: string, input: Record<string, unknown>): unknown => {
    const key = String(input['sendKey'] ?? decodeURIComponent(path.split('/').at(-1) ?? ''));
    if (path === readSendPolicy.path) return aPolicy;
    if (path === sendMessage.path) {
      if (!messages.has(key)) messages.set(key, input);
      return anAcceptance;
    }
    return path.startsWith(findSend.path.replace(':sendKey', '')) ? { accepted: messages.has(key) ? anAcceptance : null } : {};
  };
  globalThis.fetch = async (address, request) => {
    const path = String(address);
    tokens.push(new Headers(request?.headers).get('authorization') ?? '');
    const fault = take(stepOf(path));
    if (fault === 'refused' || fault === 'cut') throw new TypeError('Failed to fetch');
    const refusal = refusalOf(fault);
    const body = refusal?.body ?? done(path, JSON.parse(String(request?.body ?? '{}')) as Record<string, unknown>);
    if (fault === 'lost') throw new TypeError('Failed to fetch');
    const headers = refusal?.retryAfter ? { 'retry-after': refusal.retryAfter } : {};
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status: refusal?.status ?? 200, headers });
  };
  globalThis.XMLHttpRequest = uploadsOf((token) => {
    tokens.push(token);
    return take('upload');
  }, files);
  return {
    /** The next request of that step meets the fault; laid several times, so do the ones after it. */
    lay: (step: Step, ...laid: Fault[]) => void faults.push(...laid.map((fault) => ({ step, fault }))),
    messages,
    /** The names of the files that arrived, in order. */
    files,
    tokens,
    /** Whether every fault was met. */
    isThrough: () => faults.length === 0,
  };
}

function stepOf(path: string): Step {
  if (path === readSendPolicy.path) return 'policy';
  if (path === sendMessage.path) return 'send';
  return path.startsWith(findSend.path.replace(':sendKey', '')) ? 'find' : 'other';
}

function refusalOf(fault: Fault | null): Answer | null {
  const ours = (status: number, code: string, details = {}) => ({
    status,
    body: { error: { code, requestId: 'r', ...details } },
  });
  switch (fault) {
    case 'busy':
      return { status: 503, body: '<h1>Busy</h1>', retryAfter: '1' };
    case 'throttled':
      return ours(429, 'throttled', { retryAfterSeconds: 1 });
    case 'much later':
      return ours(429, 'throttled', { retryAfterSeconds: 3600 });
    case 'failing':
      return ours(500, 'unexpected');
    case 'expired':
      return ours(401, 'token_expired');
    default:
      return null;
  }
}

function uploadsOf(meet: (token: string) => Fault | null, files: string[]): typeof XMLHttpRequest {
  class FakeUpload {
    status = 0;
    responseText = '';
    upload: { onprogress?: (event: { loaded: number }) => void } = {};
    onload = (): void => undefined;
    onabort = (): void => undefined;
    onerror = (): void => undefined;
    #token = '';
    #retryAfter: string | null = null;
    open(): void {}
    setRequestHeader(name: string, value: string): void {
      if (name === 'authorization') this.#token = value;
    }
    getResponseHeader(): string | null {
      return this.#retryAfter;
    }
    abort(): void {
      this.onabort();
    }
    async send(form: FormData): Promise<void> {
      const file = form.get('file') as File;
      const fault = meet(this.#token);
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (fault === 'refused') return this.onerror();
      this.upload.onprogress?.({ loaded: Math.floor(file.size / 2) });
      if (fault === 'cut') return this.onerror();
      const refusal = refusalOf(fault);
      if (!refusal) files.push(file.name);
      if (fault === 'lost') return this.onerror();
      this.#retryAfter = refusal?.retryAfter ?? null;
      this.status = refusal?.status ?? uploadAttachment.status;
      this.responseText = JSON.stringify(refusal?.body ?? (await uploaded(file, files.length)));
      this.onload();
    }
  }
  return FakeUpload as unknown as typeof XMLHttpRequest;
}

async function uploaded(file: File, count: number) {
  const sha256 = createHash('sha256').update(Buffer.from(await file.arrayBuffer()));
  const uploadId = String(count).padStart(22, '0');
  return { uploadId, size: file.size, sha256: sha256.digest('hex'), leaseEndsAt: anAcceptance.acceptedAt };
}
