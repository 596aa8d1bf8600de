import type { OutputOf } from '../../../contract/endpoint.ts';
import type { removeAuthenticatorApp as endpoint } from '../../../contract/second-step.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { SessionOwner } from '../../http/who.ts';
import { removeApp } from '../../store/second-steps.ts';
import { describeSession } from '../describe-session.ts';
import { ownerOf } from '../owner-of.ts';
import { changeWayIn } from './change-way-in.ts';
import { requireIdentity } from './confirm-identity.ts';
import { findSecondSteps } from './find-second-steps.ts';

/** Removes the caller's authenticator app. @throws last_second_step where one is required and no other is set up, confirmation_required */
export async function removeAuthenticatorApp(
  _input: object,
  caller: SessionOwner,
  context: Context,
): Promise<OutputOf<typeof endpoint>> {
  requireIdentity(caller, context);
  const owner = await ownerOf(caller);
  const { passkeys } = await findSecondSteps(owner._id, context.config);
  const isRequired = context.config.SECOND_STEP === 'required';
  if (isRequired && passkeys.length === 0) throw new AppError('last_second_step');
  const session = await changeWayIn(owner, 'app-removed', caller, context, () => removeApp(owner._id, isRequired));
  return { session: await describeSession(session, owner, context) };
}
