import type { OutputOf } from '../../../contract/endpoint.ts';
import type { requestSecondStepPasskey as endpoint } from '../../../contract/second-step.ts';
import type { Context } from '../../context.ts';
import type { SessionOwner } from '../../http/who.ts';
import { askPasskey } from '../../security/passkeys.ts';
import { takeThrottledTry } from '../../security/throttle.ts';
import { findSecondSteps } from './find-second-steps.ts';

/** Asks for an answer of one of the caller's passkeys, for this session only. @throws throttled */
export async function requestSecondStepPasskey(
  _input: object,
  caller: SessionOwner,
  context: Context,
): Promise<OutputOf<typeof endpoint>> {
  await takeThrottledTry('passkeyNetwork', caller.network, context.clock.now());
  const { passkeys } = await findSecondSteps(caller.accountId, context.config);
  const options = await askPasskey({ purpose: 'second-step', askedBy: caller.publicId }, passkeys, context);
  return { options: { ...options } };
}
