import { type Call, createCall, readFailure } from '../../contract/call.ts';
import type { Endpoint, OutputOf } from '../../contract/endpoint.ts';

/** A program that talks to the server as a browser does: with cookies, an Origin, and perhaps an access token. */
export interface Client {
  readonly call: Call;
  /** Sends a file as the field `file` of a form. */
  upload<E extends Endpoint>(endpoint: E, file: Blob, name?: string): Promise<OutputOf<E>>;
  /** Fetches with this client's cookies and token, whatever the answer. */
  fetch(path: string, request?: RequestInit): Promise<Response>;
  readonly cookies: Map<string, string>;
}

/** A new client without cookies. `publicOrigin` is what its pages come from; `origin` where the server listens. */
export function createClient(origin: string, publicOrigin: string, token?: () => Promise<string>): Client {
  const cookies = new Map<string, string>();
  const own = async (path: string, request: RequestInit = {}) => {
    const headers = new Headers(request.headers);
    if (!headers.has('origin')) headers.set('origin', publicOrigin);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (token && !headers.has('authorization')) headers.set('authorization', `Bearer ${await token()}`);
    const answer = await fetch(origin + path, { redirect: 'manual', ...request, headers });
    for (const line of answer.headers.getSetCookie()) keepCookie(cookies, line);
    return answer;
  };
  return {
    cookies,
    fetch: own,
    call: createCall({ origin: '', fetch: (path, { signal: _signal, ...request }) => own(path, request) }),
    async upload(endpoint, file, name = 'file') {
      const form = new FormData();
      form.set('file', file, name);
      const answer = await own(endpoint.path, { method: endpoint.method, body: form });
      const text = await answer.text();
      if (!answer.ok) throw readFailure(text);
      return endpoint.output.parse(JSON.parse(text)) as OutputOf<typeof endpoint>;
    },
  };
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const at = pair.indexOf('=');
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  const isGone = /expires=Thu, 01 Jan 1970/i.test(line);
  if (isGone) cookies.delete(name);
  else cookies.set(name, value);
}
