import { type Call, createCall } from '../../contract/call.ts';
import { harbourClinic } from '../../demo/identity/people.ts';
import type { Product } from './product.ts';

/** Calls the product as Alex Morgan without an Outlook, with a token of the demo's identity provider. */
export async function staffCall({ origin }: Product): Promise<Call> {
  const { clientId, audience, scope } = harbourClinic;
  const answer = await fetch(`${origin}/demo/identity/tokens`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ person: 'alex', clientId, scopes: [`${audience}/${scope}`] }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return createCall({
    fetch: (address, request) => fetch(address, request as RequestInit),
    origin,
    headers: async () => ({ origin, authorization: `Bearer ${token}` }),
  });
}
