import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { SessionOwner } from '../../http/who.ts';
import { randomId } from '../../security/random-id.ts';
import { findSession } from '../../security/sessions.ts';
import type { AccountDocument } from '../../store/accounts.ts';
import { oweMail, type SecondStepChange } from '../../store/outbox.ts';
import { deleteOtherSessionsOf, type SessionDocument } from '../../store/sessions.ts';
import { keptEnd, renewSession } from '../begin-session.ts';

/** Owes the owner of an account a mail about its second step; one with the same `occasion` is owed once. */
export async function oweSecondStepNotice(
  { _id: accountId, address }: AccountDocument,
  change: SecondStepChange,
  context: Pick<Context, 'clock' | 'wakeWorker'>,
  occasion = randomId(),
): Promise<void> {
  const _id = `second-step-changed:${occasion}`;
  await oweMail({ _id, kind: 'second-step-changed', route: 'relay', address, accountId, change }, context.clock.now());
  context.wakeWorker();
}

/** Changes what decides on the way in: tells the owner, ends every other session, and gives this one anew. The notice and the end of the others
 *  come first, so that a crash behind the change can lose neither; whoever got in meanwhile by the old way is put out afterwards. A session that was
 *  ended meanwhile changes nothing any more. @throws not_signed_in, credentials_wrong and those of `write` */
export async function changeWayIn(
  owner: AccountDocument,
  change: SecondStepChange,
  caller: SessionOwner,
  context: Context,
  write: () => Promise<void>,
): Promise<SessionDocument> {
  await oweSecondStepNotice(owner, change, context);
  await deleteOtherSessionsOf(owner._id, caller.publicId);
  if (!(await findSession(caller.sessionToken ?? '', context))) throw new AppError('not_signed_in');
  await write();
  await deleteOtherSessionsOf(owner._id, caller.publicId);
  // A change is no new sign-in: whoever came upon an open session gains no time by it.
  const { identityProvenAt } = caller;
  return renewSession(owner, caller, context, { ...keptEnd(caller), identityProvenAt });
}
