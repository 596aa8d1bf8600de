import { limits } from '../../../contract/limits.ts';
import { isLongerThanAnyPassword } from '../../../contract/password-strength.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { Recipient, SessionOwner } from '../../http/who.ts';
import { forgetThrottledTries, giveBackThrottledTry, takeThrottledTry } from '../../security/throttle.ts';
import { renewSession } from '../begin-session.ts';
import { ownerOf } from '../owner-of.ts';
import { verifyOwnPassword } from '../verify-own-password.ts';

/** Compares the password once more, so that this session may change the way in for ten minutes; it goes on under a new token, to its old end.
 *  @throws credentials_wrong, throttled, not_signed_in once the session was ended */
export async function confirmIdentity(
  { currentPassword }: { currentPassword: string },
  caller: SessionOwner,
  context: Context,
): Promise<{ validMinutes: number }> {
  const { clock } = context;
  const wrong = new AppError('credentials_wrong', { fields: ['currentPassword'] });
  if (isLongerThanAnyPassword(currentPassword)) throw wrong;
  const owner = await ownerOf(caller);
  await takeThrottledTry('currentPassword', owner._id, clock.now());
  const isRight = await verifyOwnPassword(owner, currentPassword, context).catch(async (error: unknown) => {
    // Nothing was compared.
    if (error instanceof AppError) await giveBackThrottledTry('currentPassword', owner._id);
    throw error;
  });
  if (!isRight) throw wrong;
  await forgetThrottledTries('currentPassword', owner._id);
  const { absoluteEndsAt } = caller;
  await renewSession(owner, caller, context, { absoluteEndsAt });
  return { validMinutes: limits.identityMinutes };
}

/** Lets pass who has shown a password or a passkey in this session within ten minutes. @throws confirmation_required */
export function requireIdentity({ identityProvenAt }: Recipient, { clock }: Context): void {
  const age = clock.now().getTime() - identityProvenAt.getTime();
  if (age < 0 || age >= limits.identityMinutes * 60_000) throw new AppError('confirmation_required');
}
