import type { OutputOf } from '../../../contract/endpoint.ts';
import type { confirmAuthenticatorApp as endpoint } from '../../../contract/second-step.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { SessionOwner } from '../../http/who.ts';
import { stepOfCode } from '../../security/authenticator-app.ts';
import { newRecoveryCodes } from '../../security/recovery-codes.ts';
import { forgetThrottledTries, takeThrottledTry } from '../../security/throttle.ts';
import { confirmIfOffered, findSecondStep } from '../../store/second-steps.ts';
import { describeSession } from '../describe-session.ts';
import { ownerOf } from '../owner-of.ts';
import { changeWayIn } from './change-way-in.ts';
import { requireIdentity } from './confirm-identity.ts';

/** Sets up the authenticator app with its first code. @throws code_wrong, code_expired when no key is on offer, confirmation_required, throttled */
export async function confirmAuthenticatorApp(
  { code }: { code: string },
  caller: SessionOwner,
  context: Context,
): Promise<OutputOf<typeof endpoint>> {
  requireIdentity(caller, context);
  const now = context.clock.now();
  const owner = await ownerOf(caller);
  await takeThrottledTry('secondStepAccount', owner._id, now);
  const offer = (await findSecondStep(owner._id))?.offer;
  if (!offer) throw new AppError('code_expired', { fields: ['code'] });
  const lastStep = await stepOfCode(offer, code, owner, now, context.keys);
  if (lastStep === null) throw new AppError('code_wrong', { fields: ['code'] });
  await forgetThrottledTries('secondStepAccount', owner._id);
  const { codes, hashes } = newRecoveryCodes(owner._id, context.keys);
  const session = await changeWayIn(owner, 'app-added', caller, context, async () => {
    const isSetUp = await confirmIfOffered(owner._id, offer, { lastStep, addedAt: now, recoveryCodes: hashes });
    if (!isSetUp) throw new AppError('code_expired', { fields: ['code'] });
  });
  return { recoveryCodes: codes, session: await describeSession(session, owner, context) };
}
