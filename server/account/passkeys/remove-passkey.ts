import type { OutputOf } from '../../../contract/endpoint.ts';
import type { removePasskey as endpoint } from '../../../contract/passkeys.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { SessionOwner } from '../../http/who.ts';
import { deleteIfOf } from '../../store/passkeys.ts';
import { describeSession } from '../describe-session.ts';
import { ownerOf } from '../owner-of.ts';
import { changeWayIn } from '../second-step/change-way-in.ts';
import { requireIdentity } from '../second-step/confirm-identity.ts';
import { findSecondSteps } from '../second-step/find-second-steps.ts';

/** Removes a passkey of the caller. @throws passkey_not_found, last_second_step where one is required and no other is set up,
 *  confirmation_required */
export async function removePasskey(
  { passkeyId }: { passkeyId: string },
  caller: SessionOwner,
  context: Context,
): Promise<OutputOf<typeof endpoint>> {
  requireIdentity(caller, context);
  const owner = await ownerOf(caller);
  const { app, passkeys } = await findSecondSteps(owner._id, context.config);
  if (!passkeys.some(({ _id }) => _id === passkeyId)) throw new AppError('passkey_not_found');
  const isLast = app === null && passkeys.length === 1;
  if (isLast && context.config.SECOND_STEP === 'required') throw new AppError('last_second_step');
  const session = await changeWayIn(owner, 'passkey-removed', caller, context, async () => {
    await deleteIfOf(owner._id, passkeyId);
  });
  return { session: await describeSession(session, owner, context) };
}
