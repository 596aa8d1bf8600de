/** An account in the words of nested app authentication. */
export interface NestedAccount {
  readonly environment: string;
  readonly homeAccountId: string;
  readonly localAccountId: string;
  readonly tenantId: string;
  readonly username: string;
}

/** Tokens for a client and its scopes, divided by spaces. */
export type RequestTokens = (clientId: string, scopes: string) => Promise<{ token: object; account: object }>;

/** Asks the demo's identity provider for Alex's tokens, as Outlook would ask Microsoft's. @throws when it does not answer with tokens */
export const requestAlexTokens: RequestTokens = async (clientId, scopes) => {
  const response = await fetch('/demo/identity/tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: 'alex', clientId, scopes }),
  });
  if (!response.ok) throw new Error(`The identity provider answered ${response.status}.`);
  const { account, ...token } = (await response.json()) as { account: object };
  return { token, account };
};
