import type { OutputOf, ParsedInputOf } from '../../../contract/endpoint.ts';
import type { completeSecondStep as endpoint } from '../../../contract/second-step.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { SessionOwner } from '../../http/who.ts';
import { stepOfCode } from '../../security/authenticator-app.ts';
import { provePasskey } from '../../security/passkeys.ts';
import { hashRecoveryCode } from '../../security/recovery-codes.ts';
import { forgetThrottledTries, takeThrottledTry } from '../../security/throttle.ts';
import type { AccountDocument } from '../../store/accounts.ts';
import { findSecondStep, useRecoveryCodeIfLeft, useStepIfLater } from '../../store/second-steps.ts';
import { renewSession } from '../begin-session.ts';
import { describeSession } from '../describe-session.ts';
import { ownerOf } from '../owner-of.ts';
import { oweSecondStepNotice } from './change-way-in.ts';

type Proof = ParsedInputOf<typeof endpoint>['proof'];

/** Gives the second step and replaces the session by one that reaches more. Each code counts once. @throws code_wrong, code_used, passkey_wrong,
 *  throttled, not_signed_in once the session was ended */
export async function completeSecondStep(
  { proof }: { proof: Proof },
  caller: SessionOwner,
  context: Context,
): Promise<OutputOf<typeof endpoint>> {
  const owner = await ownerOf(caller);
  await takeThrottledTry('secondStepAccount', owner._id, context.clock.now());
  await prove(proof, owner, caller, context);
  await forgetThrottledTries('secondStepAccount', owner._id);
  return describeSession(await renewSession(owner, caller, context), owner, context);
}

async function prove(proof: Proof, owner: AccountDocument, { publicId }: SessionOwner, context: Context): Promise<void> {
  switch (proof.kind) {
    case 'app':
      return proveByApp(owner, proof.code, context);
    case 'recovery-code':
      return proveByRecoveryCode(owner, proof.code, context);
    case 'passkey':
      await provePasskey(proof.answer, { purpose: 'second-step', askedBy: publicId, accountId: owner._id }, context);
  }
}

async function proveByApp(owner: AccountDocument, code: string, { clock, keys }: Context): Promise<void> {
  const app = (await findSecondStep(owner._id))?.app;
  const step = app ? await stepOfCode(app, code, owner, clock.now(), keys) : null;
  if (!app || step === null) throw new AppError('code_wrong', { fields: ['code'] });
  if (!(await useStepIfLater(owner._id, app.appId, step))) throw new AppError('code_used', { fields: ['code'] });
}

/** The notice comes before the code is used up, so that a crash cannot lose it; it is owed once for each code. */
async function proveByRecoveryCode(owner: AccountDocument, code: string, context: Context): Promise<void> {
  const hash = hashRecoveryCode(owner._id, code, context.keys);
  const isLeft = (await findSecondStep(owner._id))?.recoveryCodes.includes(hash) ?? false;
  if (isLeft) await oweSecondStepNotice(owner, 'recovery-code-used', context, hash);
  if (!isLeft || !(await useRecoveryCodeIfLeft(owner._id, hash))) throw new AppError('code_wrong', { fields: ['code'] });
}
