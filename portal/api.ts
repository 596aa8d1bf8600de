import { createCall, readFailure, requestOf, CallError } from '../contract/call.ts';
import type { Endpoint, InputOf } from '../contract/endpoint.ts';
import { spokenLanguage } from '../screen/catalogue.ts';

/** Calls the server that served this page, and says what the page speaks: mails follow it. @throws CallError */
export const call = createCall({
  fetch: (address, request) => globalThis.fetch(address, request as RequestInit),
  origin: '',
  headers: async () => ({ 'accept-language': spokenLanguage() === 'de' ? 'de' : 'en' }),
});

/** The address of a file that the server answers as bytes, for a link or a picture. */
export function addressOf<E extends Endpoint>(endpoint: E, input: InputOf<E>): string {
  return requestOf(endpoint, input as Record<string, unknown>).address;
}

/** The bytes an endpoint answers, with their content type. @throws CallError */
export async function readBytes<E extends Endpoint>(endpoint: E, input: InputOf<E>, signal: AbortSignal): Promise<Blob> {
  const answer = await globalThis.fetch(addressOf(endpoint, input), { credentials: 'same-origin', signal });
  if (!answer.ok) throw readFailure(await answer.text());
  return answer.blob().catch(() => {
    throw new CallError('offline');
  });
}
