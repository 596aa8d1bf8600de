import type * as account from '../../contract/account.ts';
import type { ParsedInputOf } from '../../contract/endpoint.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Visitor } from '../http/who.ts';
import { findPasswordLink, spendCode, spendPasswordLink } from '../security/codes.ts';
import { checkPassword, hashPassword } from '../security/passwords.ts';
import { randomId } from '../security/random-id.ts';
import { forgetThrottledTries, giveBackThrottledTry, takeThrottledTry } from '../security/throttle.ts';
import { type AccountDocument, findByAddress, setPassword } from '../store/accounts.ts';
import { oweMail } from '../store/outbox.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { accountOfLink } from './find-link.ts';

type CreatePasswordInput = ParsedInputOf<typeof account.createPassword>;
type Proof = CreatePasswordInput['proof'];

/** Sets the password of whoever holds a mailed proof; ends every session and lifts the account's waiting time, but signs nobody in. A password
 *  that misses a rule costs no try. @throws password_too_weak, code_wrong, code_expired, code_exhausted, password_link_expired, throttled */
export async function createPassword(
  { proof, newPassword }: CreatePasswordInput,
  { network }: Visitor,
  context: Context,
): Promise<{ address: string }> {
  const { config, clock } = context;
  await takeThrottledTry('proofFromNetwork', network, clock.now());
  const owner = await ownerOf(proof, context);
  checkPassword(
    newPassword,
    { address: owner.address, organisationName: config.ORGANISATION_NAME },
    config.PASSWORD_MIN_CHARACTERS,
  );
  const passwordHash = await hashPassword(newPassword);
  await spend(proof, owner.address, context);
  // The notice and the end of the sessions come first, so that a crash behind the change can lose neither. Sessions end once more afterwards:
  // the old password opened some until the change, and signing in looks at it again once its session is there.
  await oweNotice(owner, context);
  await deleteSessionsOf(owner._id);
  if (!(await setPassword(owner._id, passwordHash, clock.now()))) throw new AppError('message_not_found');
  await deleteSessionsOf(owner._id);
  await forgetThrottledTries('signInAccount', owner.address);
  await giveBackThrottledTry('proofFromNetwork', network);
  context.wakeWorker();
  return { address: owner.address };
}

async function ownerOf(proof: Proof, context: Context): Promise<AccountDocument> {
  if (proof.kind === 'code') return accountOfLink(proof.deliveryId);
  const account = await findByAddress(await findPasswordLink(proof.secret, context));
  if (!account) throw new AppError('password_link_expired');
  return account;
}

async function spend(proof: Proof, address: string, context: Context): Promise<void> {
  if (proof.kind === 'code') await spendCode(address, proof.code, context);
  else await spendPasswordLink(proof.secret, context);
}

/** A changed password is told to the mailbox it belongs to; a first one is not news to the person who just made it. */
async function oweNotice({ _id: accountId, address, passwordHash }: AccountDocument, context: Context): Promise<void> {
  if (passwordHash === null) return;
  await oweMail(
    { _id: `password-changed:${randomId()}`, kind: 'password-changed', route: 'relay', address, accountId },
    context.clock.now(),
  );
}
