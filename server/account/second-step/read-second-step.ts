import type { OutputOf } from '../../../contract/endpoint.ts';
import type { readSecondStep as endpoint } from '../../../contract/second-step.ts';
import type { Context } from '../../context.ts';
import type { SessionOwner } from '../../http/who.ts';
import { findSecondSteps } from './find-second-steps.ts';

/** What the caller can give behind the password, and what the organisation asks for. */
export async function readSecondStep(
  _input: object,
  { accountId }: SessionOwner,
  { config }: Context,
): Promise<OutputOf<typeof endpoint>> {
  const { isOn, app, recoveryCodesLeft } = await findSecondSteps(accountId, config);
  return {
    isRequired: config.SECOND_STEP === 'required',
    isOn,
    appAddedAt: app?.addedAt.toISOString() ?? null,
    recoveryCodesLeft,
  };
}
