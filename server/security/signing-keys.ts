import { createPublicKey } from 'node:crypto';
import type { Logger } from 'pino';
import * as z from 'zod';
import type { Clock } from '../context.ts';
import { AppError, traceOf } from '../errors.ts';
import { fetchJson } from './fetch-json.ts';

const REFRESH_AFTER_MS = 60 * 60 * 1000;
const PAUSE_MS = 30 * 1000;
const PAUSE_WITHOUT_KEYS_MS = 5 * 1000;
const TIME_OUT_MS = 5 * 1000;
const SMALLEST_MODULUS_BITS = 2048;

const metadata = z.object({ issuer: z.string(), jwks_uri: z.string() });
const keySet = z.object({ keys: z.array(z.unknown()).max(100) });
const signingKey = z.object({
  kty: z.literal('RSA'),
  use: z.literal('sig').optional(),
  kid: z.string().min(1),
  n: z.string().regex(/^[A-Za-z0-9_-]+$/),
  e: z.string().regex(/^[A-Za-z0-9_-]+$/),
});

/** The public keys a tenant signs with. */
export interface SigningKeys {
  /** The key as PEM, null when the identity provider knows none of this id.
   *  @throws identity_provider_unavailable when that cannot be found out */
  find(keyId: string): Promise<string | null>;
}

/** The keys of one issuer (`https://host/tenant/v2.0`), loaded when first needed, again every hour, and for an unknown id at most every 30 seconds.
 *  While the identity provider is down the keys it gave last go on being good. */
export function createSigningKeys(issuer: string, clock: Clock, log: Logger): SigningKeys {
  let keys = new Map<string, string>();
  let lastAttempt = { at: -Infinity, failed: false };
  let loading: Promise<void> | null = null;
  const sinceLastAttempt = () => elapsedSince(lastAttempt.at, clock);

  /** Loads the keys; everybody who asks meanwhile waits for the same answer. Never rejects. */
  const load = () => {
    loading ??= loadKeys(issuer)
      .then(
        (loaded) => {
          keys = loaded;
          lastAttempt = { at: clock.now().getTime(), failed: false };
        },
        (error: unknown) => {
          log.warn(traceOf(error), 'signing keys of staff could not be loaded');
          lastAttempt = { at: clock.now().getTime(), failed: true };
        },
      )
      .finally(() => (loading = null));
    return loading;
  };

  const find = async (keyId: string) => {
    if (keys.size > 0 && sinceLastAttempt() >= (lastAttempt.failed ? PAUSE_MS : REFRESH_AFTER_MS)) {
      const loaded = load();
      if (!lastAttempt.failed) await loaded; // in a lasting outage nobody waits for the next try
    }
    const known = keys.get(keyId);
    if (known !== undefined) return known;
    if (loading !== null || sinceLastAttempt() >= (keys.size === 0 ? PAUSE_WITHOUT_KEYS_MS : PAUSE_MS)) await load();
    const found = keys.get(keyId);
    if (found === undefined && lastAttempt.failed) throw new AppError('identity_provider_unavailable');
    return found ?? null;
  };

  return { find };
}

/** Milliseconds; a clock that was set back must not stop us. */
function elapsedSince(at: number, clock: Clock): number {
  const elapsed = clock.now().getTime() - at;
  return elapsed < 0 ? Infinity : elapsed;
}

async function loadKeys(issuer: string): Promise<Map<string, string>> {
  const signal = AbortSignal.timeout(TIME_OUT_MS);
  const said = metadata.parse(await fetchJson(`${issuer}/.well-known/openid-configuration`, signal));
  if (said.issuer !== issuer) throw new Error('the metadata are of another issuer');
  if (new URL(said.jwks_uri).origin !== new URL(issuer).origin)
    throw new Error('the metadata send us to another host for the keys');
  const { keys } = keySet.parse(await fetchJson(said.jwks_uri, signal));
  const usable = keys.flatMap((key) => toUsableKey(key) ?? []);
  if (usable.length === 0) throw new Error('the identity provider shows no key we can use');
  return new Map(usable);
}

/** Key id and PEM of an RSA signing key of at least 2048 bits; null for any other entry of the set. */
function toUsableKey(entry: unknown): [[string, string]] | null {
  const parsed = signingKey.safeParse(entry);
  if (!parsed.success) return null;
  const { kid, kty, n, e } = parsed.data;
  try {
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
    if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < SMALLEST_MODULUS_BITS) return null;
    return [[kid, key.export({ type: 'spki', format: 'pem' }).toString()]];
  } catch {
    return null;
  }
}
