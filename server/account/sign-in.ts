import type * as account from '../../contract/account.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/endpoint.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Visitor } from '../http/who.ts';
import { forgetThrottledTries, giveBackThrottledTry, takeThrottledTry } from '../security/throttle.ts';
import { findByAddress } from '../store/accounts.ts';
import { countSignInFailure } from '../store/sign-in-failures.ts';
import { beginSession } from './begin-session.ts';
import { describeSession } from './describe-session.ts';
import { isLongerThanAnyPassword, temporaryPasswordOf, verifyOwnPassword } from './verify-own-password.ts';

type SignInInput = ParsedInputOf<typeof account.signIn>;

/** Opens a session for the owner of an address and its password, in place of the one the browser had. Unknown address, account without a password
 *  and wrong password take the same work and get the same answer. @throws credentials_wrong, throttled; temporary_password_expired for the right one */
export async function signIn(
  { address, password }: SignInInput,
  caller: Visitor,
  context: Context,
): Promise<OutputOf<typeof account.signIn>> {
  const now = context.clock.now();
  if (isLongerThanAnyPassword(password)) throw new AppError('credentials_wrong');
  await takeThrottledTry('signInNetwork', caller.network, now);
  await takeThrottledTry('signInAccount', address, now);
  const owner = await findByAddress(address);
  const isRight = await verifyOwnPassword(owner, password);
  if (!owner || !isRight) {
    // For senders who follow their message; counted for every address alike.
    await countSignInFailure(address, now);
    throw new AppError('credentials_wrong');
  }
  await forgetThrottledTries('signInAccount', address);
  await giveBackThrottledTry('signInNetwork', caller.network);
  const temporary = temporaryPasswordOf(owner);
  if (temporary && temporary.endsAt <= now) throw new AppError('temporary_password_expired');
  return describeSession(await beginSession(owner, 'password', caller, context), owner, context);
}
