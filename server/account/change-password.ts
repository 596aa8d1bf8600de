import type * as passwords from '../../contract/passwords.ts';
import type { ParsedInputOf } from '../../contract/endpoint.ts';
import { isLongerThanAnyPassword } from '../../contract/password-strength.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { SessionOwner } from '../http/who.ts';
import { checkPassword } from '../security/password-rules.ts';
import { endSession } from '../security/sessions.ts';
import { forgetThrottledTries, giveBackThrottledTry, takeThrottledTry } from '../security/throttle.ts';
import { findAccount, replacePassword } from '../store/accounts.ts';
import { beginSession, keptEnd } from './begin-session.ts';
import { putPassword } from './put-password.ts';
import { verifyOwnPassword } from './verify-own-password.ts';

/** Replaces the password of somebody who is signed in and knows it, the temporary one too. Every session ends; this one goes on under a new token.
 *  @throws credentials_wrong for the field currentPassword, password_too_weak, password_not_new, throttled, not_signed_in once it was ended */
export async function changePassword(
  { currentPassword, newPassword }: ParsedInputOf<typeof passwords.changePassword>,
  caller: SessionOwner,
  context: Context,
): Promise<Record<string, never>> {
  const { config, clock } = context;
  const owner = await findAccount(caller.accountId);
  if (!owner) throw new AppError('not_signed_in');
  const { address } = owner;
  const wrong = new AppError('credentials_wrong', { fields: ['currentPassword'] });
  if (isLongerThanAnyPassword(currentPassword)) throw wrong;
  // Counted by itself: whoever finds a session open cannot keep its owner from signing in elsewhere.
  await takeThrottledTry('currentPassword', owner._id, clock.now());
  const known = { address, organisationName: config.ORGANISATION_NAME };
  // Where nothing was compared, nothing was guessed.
  const giveBack = async (error: unknown) => {
    await giveBackThrottledTry('currentPassword', owner._id);
    throw error;
  };
  await checkPassword(newPassword, known, config.PASSWORD_MIN_CHARACTERS).catch(giveBack);
  if (!(await verifyOwnPassword(owner, currentPassword, context).catch(giveBack))) throw wrong;
  await forgetThrottledTries('currentPassword', owner._id);
  if (await verifyOwnPassword(owner, newPassword, context)) throw new AppError('password_not_new', { fields: ['newPassword'] });
  const passwordHash = await context.passwordHashes.hash(newPassword);
  // Ended meanwhile, it changes nothing any more.
  if (!(await endSession(caller.sessionToken))) throw new AppError('not_signed_in');
  if (!(await putPassword(owner, () => replacePassword(owner, passwordHash, clock.now()), context))) throw wrong;
  const changed = { ...owner, passwordHash, temporaryPassword: null };
  // Neither of the two sessions that come here has a second step still to give.
  await beginSession(changed, 'second-step', caller, context, keptEnd(caller));
  return {};
}
