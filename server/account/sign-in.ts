import type * as account from '../../contract/account.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/endpoint.ts';
import { isLongerThanAnyPassword } from '../../contract/password-strength.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Visitor } from '../http/who.ts';
import { giveBackThrottledTry, settleThrottledTries, takeThrottledTry } from '../security/throttle.ts';
import { type AccountDocument, findAccount, findByAddress, renewHashIfStill } from '../store/accounts.ts';
import { isAheadByAtMost } from '../store/clocks-differ.ts';
import { noteSignInFailure } from '../store/sign-in-failures.ts';
import { beginSession } from './begin-session.ts';
import { describeSession } from './describe-session.ts';
import { temporaryPasswordOf, verifyOwnPassword } from './verify-own-password.ts';

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
  // A network that has to wait takes no tries from an account, so that one comes after the other.
  const [known] = await Promise.all([findByAddress(address), takeThrottledTry('signInAccount', address, now)]);
  const owner = await verifiedOwner(known, password, context).catch(async (error: unknown) => {
    // Nothing was compared: whoever keeps the server busy takes no tries from others.
    if (error instanceof AppError)
      await Promise.all([giveBackThrottledTry('signInAccount', address), giveBackThrottledTry('signInNetwork', caller.network)]);
    throw error;
  });
  if (!owner) {
    // For senders who follow their message; noted for every address alike.
    await noteSignInFailure(address, now);
    throw new AppError('credentials_wrong');
  }
  await settleThrottledTries(['signInAccount', address], ['signInNetwork', caller.network]);
  const temporary = temporaryPasswordOf(owner);
  const mostMs = context.config.TEMPORARY_PASSWORD_HOURS * 3_600_000;
  if (temporary && !isAheadByAtMost(temporary.endsAt, mostMs, now)) throw new AppError('temporary_password_expired');
  return describeSession(await beginSession(owner, 'password', caller, context), owner, context);
}

/** The owner whose password was typed, as the account stands now: a hash that costs less than new ones do is made anew on the way. Null for a wrong
 *  password. */
async function verifiedOwner(known: AccountDocument | null, password: string, context: Context): Promise<AccountDocument | null> {
  const isRight = await verifyOwnPassword(known, password, context);
  if (!known || !isRight) return null;
  const kept = known.passwordHash;
  if (kept === null || context.passwordHashes.isCurrent(kept)) return known;
  const passwordHash = await context.passwordHashes.hash(password);
  if (await renewHashIfStill(known._id, kept, passwordHash)) return { ...known, passwordHash };
  // Another sign-in has renewed it meanwhile, or the password is another one by now.
  const changed = await findAccount(known._id);
  return changed && (await verifyOwnPassword(changed, password, context)) ? changed : null;
}
