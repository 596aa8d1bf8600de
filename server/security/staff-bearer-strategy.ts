import BearerStrategy, { type BearerMetadata, type Done } from 'passport-azure-ad/lib/bearerstrategy.js';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import type { SigningKeys } from './signing-keys.ts';

/** bunyan's `fatal` is 60: nothing of the strategy's own log reaches standard output. */
const SILENT = 61;

/** The only header we take. `crit` names extensions that must be understood (RFC 7515, 4.1.11); we understand none. */
const header = z.object({
  alg: z.literal('RS256'),
  typ: z.literal('JWT'),
  kid: z.string().min(1).max(256),
  crit: z.undefined().optional(),
});

interface StaffBearerSettings {
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly clientId: string;
  readonly keys: SigningKeys;
}

/** passport-azure-ad's BearerStrategy for one tenant, with our keys instead of its loader: RS256 and `kid` or nothing. It vouches for signature,
 *  issuer and audience; whoever calls it judges time and every other claim. No `#private` field: passport works on an Object.create of a strategy. */
export class StaffBearerStrategy extends BearerStrategy {
  readonly issuer: string;
  readonly keys: SigningKeys;

  constructor({ issuer, audiences, clientId, keys }: StaffBearerSettings) {
    super(
      {
        // Only its form is checked (https); nothing is loaded from here.
        identityMetadata: `${issuer.replace(/^http:/, 'https:')}/.well-known/openid-configuration`,
        clientID: clientId,
        issuer,
        audience: [...audiences],
        // It can only read the machine's time; expiry and beginning are judged by the injected clock instead.
        ignoreExpiration: true,
        clockSkew: Number.MAX_SAFE_INTEGER,
        loggingLevel: SILENT,
      },
      (claims, done) => done(null, claims),
    );
    this.issuer = issuer;
    this.keys = keys;
  }

  override loadMetadata(_parameters: unknown, next: (error: unknown, metadata?: BearerMetadata) => void): void {
    next(null, this.metadataWith(''));
  }

  override jwtVerify(request: unknown, token: string, _metadata: BearerMetadata, checks: unknown, done: Done): void {
    this.findKey(token)
      .then((key) => super.jwtVerify(request, token, this.metadataWith(key), checks, done))
      .catch((error: unknown) => this.error(error));
  }

  /** The key that the token names, as PEM. @throws not_signed_in when the header is not the one we take or nobody knows the key */
  async findKey(token: string): Promise<string> {
    const named = header.safeParse(decodePart(token, 0));
    const key = named.success ? await this.keys.find(named.data.kid) : null;
    if (key === null) throw new AppError('not_signed_in');
    return key;
  }

  /** Answers the chosen key whatever is asked for: a header's `x5t` cannot choose another. */
  metadataWith(key: string): BearerMetadata {
    return { oidc: { issuer: this.issuer, algorithms: ['RS256'] }, generateOidcPEM: () => key };
  }

  /** The claims of a token with a good signature, issuer and audience.
   *  @throws not_signed_in for any other token, identity_provider_unavailable when its key cannot be looked up */
  verifiedClaims(token: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const attempt = Object.create(this) as this;
      attempt.success = resolve;
      attempt.fail = () => reject(new AppError('not_signed_in'));
      attempt.error = reject;
      attempt.authenticate({ headers: { authorization: `Bearer ${token}` } });
    });
  }
}

/** The JSON in one part of a token, unverified; null when there is none. */
export function decodePart(token: string, part: 0 | 1): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
