import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { SessionOwner } from '../../http/who.ts';
import { newRecoveryCodes } from '../../security/recovery-codes.ts';
import { setRecoveryCodes } from '../../store/second-steps.ts';
import { ownerOf } from '../owner-of.ts';
import { changeWayIn } from './change-way-in.ts';
import { requireIdentity } from './confirm-identity.ts';
import { findSecondSteps } from './find-second-steps.ts';

/** Ten new recovery codes in place of those that are left. Every other session ends; this one goes on under a new token.
 *  @throws second_step_missing where none would ever be asked for, confirmation_required */
export async function renewRecoveryCodes(
  _input: object,
  caller: SessionOwner,
  context: Context,
): Promise<{ recoveryCodes: string[] }> {
  requireIdentity(caller, context);
  const owner = await ownerOf(caller);
  const { isOn } = await findSecondSteps(owner._id, context.config);
  if (!isOn) throw new AppError('second_step_missing');
  const { codes, hashes } = newRecoveryCodes(owner._id, context.keys);
  await changeWayIn(owner, 'recovery-codes-renewed', caller, context, () => setRecoveryCodes(owner._id, hashes));
  return { recoveryCodes: codes };
}
