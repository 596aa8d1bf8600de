import type { OutputOf, ParsedInputOf } from '../../../contract/endpoint.ts';
import type { signInWithPasskey as endpoint } from '../../../contract/passkeys.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { Visitor } from '../../http/who.ts';
import { provePasskey } from '../../security/passkeys.ts';
import { giveBackThrottledTry } from '../../security/throttle.ts';
import { findAccount } from '../../store/accounts.ts';
import { findByCredential } from '../../store/passkeys.ts';
import { deleteSessionOf } from '../../store/sessions.ts';
import { beginSession } from '../begin-session.ts';
import { describeSession } from '../describe-session.ts';

/** Opens a session for the owner of a passkey, who has shown with it both what they have and who they are. @throws passkey_wrong */
export async function signInWithPasskey(
  { answer }: ParsedInputOf<typeof endpoint>,
  caller: Visitor,
  context: Context,
): Promise<OutputOf<typeof endpoint>> {
  const { accountId } = await provePasskey(answer, { purpose: 'sign-in', askedBy: '' }, context);
  const owner = await findAccount(accountId);
  if (!owner) throw new AppError('passkey_wrong');
  const session = await beginSession(owner, 'second-step', caller, context);
  // A removal between the proof and the opening has ended all sessions but this one.
  if (!(await findByCredential(answer.id))) {
    await deleteSessionOf(accountId, session.publicId);
    throw new AppError('passkey_wrong');
  }
  await giveBackThrottledTry('passkeyNetwork', caller.network);
  return describeSession(session, owner, context);
}
