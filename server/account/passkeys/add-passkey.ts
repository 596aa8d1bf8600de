import type { OutputOf, ParsedInputOf } from '../../../contract/endpoint.ts';
import { limits } from '../../../contract/limits.ts';
import type { addPasskey as endpoint } from '../../../contract/passkeys.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { SessionOwner } from '../../http/who.ts';
import { proveNewPasskey } from '../../security/passkeys.ts';
import { randomId } from '../../security/random-id.ts';
import { newRecoveryCodes } from '../../security/recovery-codes.ts';
import { findByCredential, insertUnlessKnown, listPasskeysOf } from '../../store/passkeys.ts';
import { findSecondStep, replaceRecoveryCodesIf } from '../../store/second-steps.ts';
import { describeSession } from '../describe-session.ts';
import { ownerOf } from '../owner-of.ts';
import { changeWayIn } from '../second-step/change-way-in.ts';
import { requireIdentity } from '../second-step/confirm-identity.ts';
import { sealPasskeyName } from './passkey-name.ts';

/** Keeps a new passkey of the caller. Where the organisation requires a second step, the first comes with recovery codes.
 *  @throws passkey_wrong, passkey_known, too_many_passkeys, confirmation_required */
export async function addPasskey(
  { name, answer }: ParsedInputOf<typeof endpoint>,
  caller: SessionOwner,
  context: Context,
): Promise<OutputOf<typeof endpoint>> {
  requireIdentity(caller, context);
  const { clock, keys, config } = context;
  const owner = await ownerOf(caller);
  const credential = await proveNewPasskey(answer, { purpose: 'registration', askedBy: caller.publicId }, context);
  if (await findByCredential(credential.id)) throw new AppError('passkey_known');
  if ((await listPasskeysOf(owner._id, limits.passkeys)).length >= limits.passkeys)
    throw new AppError('too_many_passkeys', { limit: limits.passkeys });
  const passkey = {
    ...{ _id: randomId(), accountId: owner._id, credentialId: credential.id, counter: credential.counter },
    ...{ publicKey: Buffer.from(credential.publicKey), transports: answer.transports },
    ...{ createdAt: clock.now(), lastUsedAt: null },
  };
  const sealedName = await sealPasskeyName(owner, passkey._id, name, keys);
  const { codes, hashes } = newRecoveryCodes(owner._id, keys);
  const recoveryCodes: string[] = [];
  const session = await changeWayIn(owner, 'passkey-added', caller, context, async () => {
    const comesWithCodes = config.SECOND_STEP === 'required' && (await setRecoveryCodesIfFirst(owner._id, hashes));
    if (comesWithCodes) recoveryCodes.push(...codes);
    if (!(await insertUnlessKnown({ ...passkey, sealedName }))) throw new AppError('passkey_known');
  });
  return { passkeyId: passkey._id, recoveryCodes, session: await describeSession(session, owner, context) };
}

/** Sets recovery codes where there are none, or nothing that they go with: nobody has seen those that a crash left before the passkey they came with.
 *  Answers whether it did. */
async function setRecoveryCodesIfFirst(accountId: string, hashes: readonly string[]): Promise<boolean> {
  const [known, passkeys] = await Promise.all([findSecondStep(accountId), listPasskeysOf(accountId, 1)]);
  const isFirst = !known?.app && passkeys.length === 0;
  return replaceRecoveryCodesIf(accountId, isFirst ? (known?.recoveryCodes ?? []) : [], hashes);
}
