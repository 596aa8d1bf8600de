import { isTrustworthyAddress } from './loopback.ts';

const MAX_BYTES = 1024 * 1024;

/** The JSON at an address of the identity provider: https, or http on this machine; no redirects, at most 1 MB.
 *  @throws Error for everything else, an abort included */
export async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  if (!isTrustworthyAddress(address)) throw new Error('keys are only loaded by https, or from this machine');
  const response = await fetch(address, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (response.status !== 200 || response.body === null) {
    await response.body?.cancel();
    throw new Error(`the identity provider answered ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new Error('the identity provider answered too much');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
