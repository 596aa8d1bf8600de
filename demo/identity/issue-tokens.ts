import { SignJWT, type JWTPayload } from 'jose';
import { harbourClinic, type Person } from './people.ts';
import type { SigningKey } from './signing-key.ts';

const LIFETIME_SECONDS = 3600;

/** Where real nested app authentication says its accounts live; the pane's sign-in library knows no other place. */
const ENVIRONMENT = 'login.microsoftonline.com';

/** An access token for our API and an ID token for the add-in, in the words of nested app authentication. */
export async function issueTokens(person: Person, issuer: string, key: SigningKey) {
  const { tenantId, clientId, audience, scope } = harbourClinic;
  const who = {
    tid: tenantId,
    oid: person.objectId,
    sub: person.objectId,
    name: person.name,
    preferred_username: person.address,
    ver: '2.0',
    ...(person.roles.length > 0 && { roles: [...person.roles] }),
  };
  // In tokens of version 2.0 the audience is the bare application id.
  const forOurApi = {
    aud: audience.replace('api://', ''),
    azp: clientId,
    scp: scope,
    upn: person.address,
    verified_primary_email: [person.address],
  };
  return {
    access_token: await sign({ ...who, ...forOurApi }, issuer, key),
    id_token: await sign({ ...who, aud: clientId }, issuer, key),
    expires_in: LIFETIME_SECONDS,
    scope: `${audience}/${scope}`,
    account: {
      environment: ENVIRONMENT,
      homeAccountId: `${person.objectId}.${tenantId}`,
      localAccountId: person.objectId,
      tenantId,
      username: person.address,
      name: person.name,
    },
  };
}

function sign(claims: JWTPayload, issuer: string, { keyId, privateKey }: SigningKey): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ ...claims, iss: issuer, iat: now, nbf: now, exp: now + LIFETIME_SECONDS })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyId })
    .sign(privateKey);
}
