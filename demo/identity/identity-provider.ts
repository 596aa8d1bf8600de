import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { exportJWK } from 'jose';
import * as z from 'zod';
import { issueTokens } from './issue-tokens.ts';
import { harbourClinic, people, type PersonName } from './people.ts';
import { openSigningKey } from './signing-key.ts';

interface IdentityProviderSettings {
  /** The origin the demo runs on, such as `http://localhost:3000`. */
  readonly origin: string;
  /** Where the signing key is kept between starts. */
  readonly keyFolder: string;
}

/** Where Harbour Clinic's identity provider is mounted. */
export const IDENTITY_PATH = '/demo/identity';

const ourScopes = [`${harbourClinic.audience}/${harbourClinic.scope}`, `${harbourClinic.audience}/.default`];
const tokenRequest = z.strictObject({
  person: z.string().refine((name): name is PersonName => Object.hasOwn(people, name)),
  clientId: z.literal(harbourClinic.clientId),
  scopes: z
    .union([z.string().transform((text) => text.split(' ')), z.array(z.string())])
    .refine((scopes) => scopes.some((scope) => ourScopes.includes(scope))),
});

/** An identity provider like Entra for the demo, to be mounted at `IDENTITY_PATH`. It asks for no password, so it gives tokens only to pages
 *  of its own origin. */
export function createIdentityProvider({ origin, keyFolder }: IdentityProviderSettings): Router {
  const key = openSigningKey(keyFolder);
  const tenant = `${origin}${IDENTITY_PATH}/${harbourClinic.tenantId}`;
  const issuer = `${tenant}/v2.0`;
  const jwksUri = `${tenant}/discovery/v2.0/keys`;

  const router = express.Router();
  router.get(`/${harbourClinic.tenantId}/v2.0/.well-known/openid-configuration`, (_request, response) => {
    response.json({ issuer, jwks_uri: jwksUri, id_token_signing_alg_values_supported: ['RS256'] });
  });
  router.get(`/${harbourClinic.tenantId}/discovery/v2.0/keys`, async (_request, response) => {
    response.json({ keys: [{ ...(await exportJWK(key.publicKey)), kid: key.keyId, use: 'sig', alg: 'RS256' }] });
  });
  router.post('/tokens', sameOriginOnly(origin), express.json({ limit: '16kb' }), async (request, response) => {
    const asked = tokenRequest.safeParse(request.body);
    response.set('Cache-Control', 'no-store');
    if (!asked.success)
      response.status(400).json({ error: 'invalid_request', fields: asked.error.issues.map((issue) => issue.path[0]) });
    else response.json(await issueTokens(people[asked.data.person], issuer, key));
  });
  return router;
}

function sameOriginOnly(origin: string) {
  return (request: Request, response: Response, next: NextFunction) => {
    const site = request.get('Sec-Fetch-Site');
    if (request.get('Origin') === origin && (site === undefined || site === 'same-origin')) next();
    else response.status(403).json({ error: 'foreign_origin' });
  };
}
