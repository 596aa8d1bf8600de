import type * as account from '../../contract/account.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Visitor } from '../http/who.ts';
import { verifyPassword } from '../security/passwords.ts';
import { endSession, openSession } from '../security/sessions.ts';
import { forgetThrottledTries, giveBackThrottledTry, takeThrottledTry } from '../security/throttle.ts';
import { type AccountDocument, findAccount, findByAddress } from '../store/accounts.ts';

type SignInInput = ParsedInputOf<typeof account.signIn>;

/** Opens a session for the owner of an address and its password, in place of the one the browser had. Unknown address, account without a password
 *  and wrong password take the same work and get the same answer. @throws credentials_wrong, throttled */
export async function signIn(
  { address, password }: SignInInput,
  caller: Visitor,
  context: Context,
): Promise<OutputOf<typeof account.signIn>> {
  const now = context.clock.now();
  if ([...password.slice(0, 4 * limits.passwordCharacters)].length > limits.passwordCharacters)
    throw new AppError('credentials_wrong');
  await takeThrottledTry('signInNetwork', caller.network, now);
  await takeThrottledTry('signInAccount', address, now);
  const owner = await findByAddress(address);
  const isRight = await verifyPassword(owner?.passwordHash ?? null, password);
  if (!owner || !isRight) throw new AppError('credentials_wrong');
  await forgetThrottledTries('signInAccount', address);
  await giveBackThrottledTry('signInNetwork', caller.network);
  if (caller.sessionToken !== null) await endSession(caller.sessionToken);
  const { token, session } = await openSession(owner._id, context);
  await endIfPasswordChanged(owner, token);
  caller.carrySession(token);
  return describeSession(session, owner.address);
}

/** A reset between the check of the password and the opening of the session has ended all sessions but this one. */
async function endIfPasswordChanged({ _id, passwordHash }: AccountDocument, token: string): Promise<void> {
  const now = await findAccount(_id);
  if (now?.passwordHash === passwordHash) return;
  await endSession(token);
  throw new AppError('credentials_wrong');
}

/** A session as its owner is told of it. */
export function describeSession(session: { accountId: string; idleEndsAt: Date; absoluteEndsAt: Date }, address: string) {
  return {
    accountId: session.accountId,
    address,
    idleEndsAt: session.idleEndsAt.toISOString(),
    absoluteEndsAt: session.absoluteEndsAt.toISOString(),
  };
}
