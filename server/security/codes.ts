import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import {
  type CodeDocument,
  findLivingLink,
  insertCode,
  isUsed,
  listLivingCodes,
  takeTryIfLeft,
  useAllLiving,
  useIfLiving,
} from '../store/codes.ts';
import type { Keys } from './keys.ts';
import { randomDigits, randomId } from './random-id.ts';

/** A secret to be mailed, and its end. */
export interface IssuedSecret {
  readonly secret: string;
  readonly endsAt: Date;
}

const MINUTE_MS = 60_000;

const hashOf = (keys: Keys, kind: CodeDocument['kind'], address: string, secret: string) =>
  keys.hash(kind, address, secret).toString('base64url');

/** Issues a code for the owner of an address, valid for 10 minutes and 5 tries. Earlier ones stay valid until their own end. */
export async function issueCode(address: string, { clock, keys }: Context): Promise<IssuedSecret> {
  return issue('code', address, randomDigits(limits.codeDigits), limits.codeMinutes, address, { clock, keys });
}

/** Issues the secret of a set-password link, valid for 60 minutes. */
export async function issuePasswordLink(address: string, { clock, keys }: Context): Promise<IssuedSecret> {
  return issue('password-link', address, randomId(), limits.passwordLinkMinutes, '', { clock, keys });
}

async function issue(
  kind: CodeDocument['kind'],
  address: string,
  secret: string,
  minutes: number,
  boundTo: string,
  { clock, keys }: Pick<Context, 'clock' | 'keys'>,
): Promise<IssuedSecret> {
  const endsAt = new Date(clock.now().getTime() + minutes * MINUTE_MS);
  const hash = hashOf(keys, kind, boundTo, secret);
  await insertCode({ _id: randomId(), kind, address, hash, triesLeft: limits.codeTries, expiresAt: endsAt, usedAt: null });
  return { secret, endsAt };
}

/** A mailed proof that was found right and waits to be used up. */
export interface Proof {
  readonly proofId: string;
  readonly address: string;
}

/** Compares a typed code with those that were mailed to `address`; spaces and hyphens do not matter. A try is taken from each living code before
 *  it is compared, so a code is compared with five guesses at most. @throws code_wrong, code_exhausted with the fifth wrong one, code_expired when
 *  none is left that could be right */
export async function proveByCode(address: string, typed: string, { clock, keys }: Context): Promise<Proof> {
  const living = await listLivingCodes(address, limits.codeMinutes * MINUTE_MS, clock.now());
  if (living.length === 0) throw new AppError('code_expired', { fields: ['code'] });
  const left = await Promise.all(living.map(({ _id }) => takeTryIfLeft(_id)));
  const hash = hashOf(keys, 'code', address, typed.replace(/[\s-]/g, ''));
  const right = living.find((code, index) => typeof left[index] === 'number' && code.hash === hash);
  // Whoever has no further try is not told to type it again.
  const isLast = left.every((tries) => tries === null || tries === 0);
  if (!right) throw new AppError(isLast ? 'code_exhausted' : 'code_wrong', { fields: ['code'] });
  return { proofId: right._id, address };
}

/** The address a set-password link was mailed to; uses nothing up. @throws password_link_expired */
export async function proveByLink(secret: string, { clock, keys }: Context): Promise<Proof> {
  const hash = hashOf(keys, 'password-link', '', secret);
  const link = await findLivingLink(hash, limits.passwordLinkMinutes * MINUTE_MS, clock.now());
  if (!link) throw new AppError('password_link_expired');
  return { proofId: link._id, address: link.address };
}

/** Uses a proof up; false when it has been used or ended meanwhile. */
export async function spendProof({ proofId }: Proof, { clock }: Context): Promise<boolean> {
  return useIfLiving(proofId, clock.now());
}

/** Uses up whatever was mailed to an address and would still set a password. */
export async function spendAllProofs(address: string, { clock }: Context): Promise<void> {
  await useAllLiving(address, clock.now());
}

/** Whether a secret that waits in a mail has been used up meanwhile. */
export async function isSpent(
  kind: CodeDocument['kind'],
  address: string,
  secret: string,
  { keys }: Pick<Context, 'keys'>,
): Promise<boolean> {
  return isUsed(hashOf(keys, kind, kind === 'code' ? address : '', secret), kind);
}
