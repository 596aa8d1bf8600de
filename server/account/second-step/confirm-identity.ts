import { limits } from '../../../contract/limits.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { Recipient, SessionOwner } from '../../http/who.ts';
import { forgetThrottledTries, giveBackThrottledTry, takeThrottledTry } from '../../security/throttle.ts';
import { keepIdentityProven } from '../../store/sessions.ts';
import { ownerOf } from '../owner-of.ts';
import { isLongerThanAnyPassword, verifyOwnPassword } from '../verify-own-password.ts';

/** Compares the password once more, so that this session may change the way in for ten minutes. @throws credentials_wrong, throttled */
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
  await keepIdentityProven(caller.accountId, caller.publicId, clock.now());
  return { validMinutes: limits.identityMinutes };
}

/** Lets pass who has shown a password or a passkey in this session within ten minutes. @throws confirmation_required */
export function requireIdentity({ identityProvenAt }: Recipient, { clock }: Context): void {
  const age = clock.now().getTime() - identityProvenAt.getTime();
  if (age < 0 || age >= limits.identityMinutes * 60_000) throw new AppError('confirmation_required');
}
