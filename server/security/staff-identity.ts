import type { Logger } from 'pino';
import * as z from 'zod';
import { normaliseAddress } from '../../contract/address.ts';
import type { Clock } from '../context.ts';
import { AppError } from '../errors.ts';
import { isTrustworthyAddress } from './loopback.ts';
import { createSigningKeys } from './signing-keys.ts';
import { decodePart, StaffBearerStrategy } from './staff-bearer-strategy.ts';

const MAX_TOKEN_BYTES = 16 * 1024;
const SKEW_SECONDS = 60;
const TOKEN = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

export interface StaffIdentitySettings {
  /** Where Entra is, without the tenant: `https://login.microsoftonline.com`. */
  readonly authority: string;
  readonly tenantIds: readonly string[];
  /** Our API: its application id, or `api://` and that id, which mean the same. */
  readonly audience: string;
  readonly clientIds: readonly string[];
  readonly scope: string;
}

/** Who a token speaks for: staff are known by tenant and object id; the addresses are proven to be their own. */
export interface VerifiedStaff {
  readonly tenantId: string;
  readonly objectId: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly roles: readonly string[];
}

export interface StaffIdentity {
  /** Whom an access token speaks for.
   *  @throws token_expired for one that was good until then, identity_provider_unavailable when nothing can be verified now, not_signed_in for all else */
  verify(bearerToken: string): Promise<VerifiedStaff>;
}

/** The claims of an Entra v2.0 access token we rely on (learn.microsoft.com, "Access token claims reference"). */
const claimsSchema = z.object({
  ver: z.literal('2.0'),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  tid: z.string(),
  oid: z.guid(),
  azp: z.string(),
  // A token without scopes belongs to a program, not to a person.
  scp: z.string(),
  name: z.string().optional(),
  upn: z.string().optional(),
  verified_primary_email: z.union([z.string(), z.array(z.string())]).optional(),
  roles: z.array(z.string()).optional(),
});

type Claims = z.output<typeof claimsSchema>;

const tenantClaim = z.object({ tid: z.string() });

/** Verifies access tokens of the staff of the given tenants; nothing is loaded before the first token.
 *  @throws Error when the authority is neither https nor on this machine */
export function createStaffIdentity(settings: StaffIdentitySettings, clock: Clock, log: Logger): StaffIdentity {
  if (!isTrustworthyAddress(settings.authority))
    throw new Error('The identity provider of staff must be an https address (http only on this machine).');
  const strategies = new Map(
    settings.tenantIds.map((id) => [id.toLowerCase(), strategyFor(id.toLowerCase(), settings, clock, log)]),
  );

  return {
    async verify(bearerToken) {
      const tenantId = claimedTenant(bearerToken);
      const strategy = tenantId === null ? undefined : strategies.get(tenantId);
      if (strategy === undefined) throw new AppError('not_signed_in');
      const claims = claimsSchema.safeParse(await strategy.verifiedClaims(bearerToken));
      if (!claims.success || !isForUs(claims.data, settings)) throw new AppError('not_signed_in');
      checkTime(claims.data, clock);
      return toStaff(claims.data);
    },
  };
}

function strategyFor(
  tenantId: string,
  { authority, audience, clientIds }: StaffIdentitySettings,
  clock: Clock,
  log: Logger,
): StaffBearerStrategy {
  const issuer = `${authority.replace(/\/$/, '')}/${tenantId}/v2.0`;
  // Tokens of version 2.0 always name our API by its bare application id.
  const audiences = [audience, audience.replace(/^api:\/\//, '')];
  return new StaffBearerStrategy({
    issuer,
    audiences,
    clientId: clientIds[0] ?? audience,
    keys: createSigningKeys(issuer, clock, log),
  });
}

/** The tenant a token claims to be from, unverified: it only chooses whose issuer and keys the token must prove. */
function claimedTenant(token: string): string | null {
  if (token.length > MAX_TOKEN_BYTES || !TOKEN.test(token)) return null;
  const claimed = tenantClaim.safeParse(decodePart(token, 1));
  return claimed.success ? claimed.data.tid : null;
}

function isForUs({ azp, scp }: Claims, { clientIds, scope }: StaffIdentitySettings): boolean {
  return clientIds.includes(azp) && scp.split(' ').includes(scope);
}

function checkTime({ nbf, exp }: Claims, clock: Clock): void {
  const now = clock.now().getTime() / 1000;
  if (nbf !== undefined && nbf > now + SKEW_SECONDS) throw new AppError('not_signed_in');
  if (exp <= now - SKEW_SECONDS) throw new AppError('token_expired');
}

function toStaff({ tid, oid, name, upn, verified_primary_email: verified, roles }: Claims): VerifiedStaff {
  // Never `email` or `preferred_username`: people can change those themselves.
  const addresses = [upn, verified].flat().flatMap((address) => normaliseAddress(address ?? '') ?? []);
  return {
    tenantId: tid,
    objectId: oid,
    name: name ?? addresses[0] ?? '',
    addresses: [...new Set(addresses)],
    roles: roles ?? [],
  };
}
