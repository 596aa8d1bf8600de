import type * as passwords from '../../contract/passwords.ts';
import type { ParsedInputOf } from '../../contract/endpoint.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Visitor } from '../http/who.ts';
import { type Proof, proveByCode, proveByLink, spendProof } from '../security/codes.ts';
import { checkPassword } from '../security/password-rules.ts';
import { giveBackThrottledTry, takeThrottledTry } from '../security/throttle.ts';
import { type AccountDocument, findByAddress, noteLanguage, setPasswordIfStill } from '../store/accounts.ts';
import { accountOfLink } from './find-link.ts';
import { putPassword } from './put-password.ts';

type CreatePasswordInput = ParsedInputOf<typeof passwords.createPassword>;
type MailedProof = CreatePasswordInput['proof'];

/** Sets the password of whoever holds a mailed proof; ends every session and lifts the account's waiting time, but signs nobody in. A password
 *  that misses a rule uses no proof up. @throws password_too_weak, code_wrong, code_expired, code_exhausted, password_link_expired, throttled */
export async function createPassword(
  { proof, newPassword }: CreatePasswordInput,
  { network, language }: Visitor,
  context: Context,
): Promise<{ address: string }> {
  const { config, clock } = context;
  await takeThrottledTry('proofFromNetwork', network, clock.now());
  const { owner, prove } = await findOwner(proof, context);
  await checkPassword(
    newPassword,
    { address: owner.address, organisationName: config.ORGANISATION_NAME },
    config.PASSWORD_MIN_CHARACTERS,
  );
  // The slow hash comes after the proof, so that guesses are cheap to refuse, and before the proof is used up, so that a crash leaves it.
  const proven = await prove();
  const passwordHash = await context.passwordHashes.hash(newPassword);
  const spent = new AppError(proof.kind === 'code' ? 'code_expired' : 'password_link_expired');
  if (!(await spendProof(proven, context))) throw spent;
  // Whoever has set a password by another proof meanwhile has ended this one with it.
  const write = () => setPasswordIfStill(owner, passwordHash, clock.now());
  if (language) await noteLanguage(owner._id, language);
  if (!(await putPassword(owner, write, context))) throw spent;
  await giveBackThrottledTry('proofFromNetwork', network);
  return { address: owner.address };
}

/** The account that a proof is about, and how the proof is checked. */
async function findOwner(proof: MailedProof, context: Context): Promise<{ owner: AccountDocument; prove: () => Promise<Proof> }> {
  if (proof.kind === 'code') {
    const owner = await accountOfLink(proof.deliveryId);
    return { owner, prove: () => proveByCode(owner.address, proof.code, context) };
  }
  const proven = await proveByLink(proof.secret, context);
  const owner = await findByAddress(proven.address);
  if (!owner) throw new AppError('password_link_expired');
  return { owner, prove: () => Promise.resolve(proven) };
}
