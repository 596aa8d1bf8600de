import type { Call } from '../../contract/call.ts';
import { harbourClinic } from '../../demo/identity/people.ts';
import { type Client, createClient } from './client.ts';
import type { Product } from './product.ts';

/** Calls the product as Alex Morgan without an Outlook, with a token of the demo's identity provider. */
export async function staffCall(product: Product): Promise<Call> {
  return (await staffClient(product)).call;
}

/** Uploads files as Alex Morgan. */
export async function staffUpload(product: Product): Promise<Client['upload']> {
  return (await staffClient(product)).upload;
}

async function staffClient({ origin }: Product): Promise<Client> {
  const { clientId, audience, scope } = harbourClinic;
  const answer = await fetch(`${origin}/demo/identity/tokens`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ person: 'alex', clientId, scopes: [`${audience}/${scope}`] }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return createClient(origin, origin, async () => token);
}
