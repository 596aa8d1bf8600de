import type { Context } from '../context.ts';
import { spendAllProofs } from '../security/codes.ts';
import { randomId } from '../security/random-id.ts';
import { forgetThrottledTries } from '../security/throttle.ts';
import type { AccountDocument } from '../store/accounts.ts';
import { oweMail } from '../store/outbox.ts';
import { deleteSessionsOf } from '../store/sessions.ts';

/** Does `write`, which changes the password of `owner`, and all that goes with it: a notice to the mailbox (a first password is not news to whoever
 *  just made it), the end of every session and of every other code and link that was mailed, no waiting time. Answers false when `write` does. */
export async function putPassword(owner: AccountDocument, write: () => Promise<boolean>, context: Context): Promise<boolean> {
  // The notice and what ends come first, so that a crash behind the change can lose neither. Sessions end once more afterwards: the old password
  // opened some until the change, and signing in looks at it again once its session is there; and so does what was mailed until then.
  if (owner.passwordHash !== null || owner.temporaryPassword) await oweNotice(owner, context);
  await endWaysIn(owner, context);
  if (!(await write())) return false;
  await endWaysIn(owner, context);
  await forgetThrottledTries('signInAccount', owner.address);
  context.wakeWorker();
  return true;
}

async function endWaysIn({ _id, address }: AccountDocument, context: Context): Promise<void> {
  await deleteSessionsOf(_id);
  await spendAllProofs(address, context);
}

async function oweNotice({ _id: accountId, address }: AccountDocument, { clock }: Context): Promise<void> {
  const mail = { kind: 'password-changed', route: 'relay', address, accountId } as const;
  await oweMail({ _id: `password-changed:${randomId()}`, ...mail }, clock.now());
}
