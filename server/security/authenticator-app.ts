import { generateSecret, generateURI, verify } from 'otplib';
import type { AccountDocument } from '../store/accounts.ts';
import type { SecondStepDocument } from '../store/second-steps.ts';
import { openAccountKey } from './delivery-summary.ts';
import type { Keys } from './keys.ts';
import { randomId } from './random-id.ts';
import { sealBytes, unsealBytes } from './seal.ts';

const KIND = 'authenticator-app';
/** RFC 6238, 5.2: one step of 30 seconds either way for clocks that are a little off. */
const TOLERANCE_SECONDS = 30;

type SealedApp = NonNullable<SecondStepDocument['offer']>;
type KeyOwner = Pick<AccountDocument, '_id' | 'key'>;

/** A new key for an authenticator app (160 bits as base32), and how it is kept: sealed with the key of the account. */
export async function newAppKey(owner: KeyOwner, keys: Keys): Promise<{ appKey: string; sealed: SealedApp }> {
  const appId = randomId();
  const appKey = generateSecret({ length: 20 });
  const accountKey = await openAccountKey(owner, keys);
  return { appKey, sealed: { appId, sealedKey: sealBytes(accountKey, { kind: KIND, id: appId }, Buffer.from(appKey, 'utf8')) } };
}

/** The address that a QR code shows to an authenticator app. */
export function appAddress(appKey: string, issuer: string, label: string): string {
  return generateURI({ issuer, label, secret: appKey });
}

/** The time step of a code that the app shows within half a minute of `now` (RFC 6238, six digits); null for any other. */
export async function stepOfCode(
  { appId, sealedKey }: SealedApp,
  typed: string,
  owner: KeyOwner,
  now: Date,
  keys: Keys,
): Promise<number | null> {
  const token = typed.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const secret = unsealBytes(await openAccountKey(owner, keys), { kind: KIND, id: appId }, sealedKey).toString('utf8');
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verify({ secret, token, epoch, epochTolerance: TOLERANCE_SECONDS });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
