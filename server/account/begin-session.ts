import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Visitor } from '../http/who.ts';
import { endSession, openSession } from '../security/sessions.ts';
import { type AccountDocument, findAccount } from '../store/accounts.ts';
import type { SessionDocument, SessionStage } from '../store/sessions.ts';
import { temporaryPasswordOf } from './verify-own-password.ts';

/** Opens a session for the owner of an account in place of the one the browser had; it may reach what the account's state allows. A password
 *  changed between its check and the opening ends it again. @throws credentials_wrong */
export async function beginSession(
  owner: AccountDocument,
  caller: Visitor,
  context: Context,
  state: SessionStage = stageOf(owner),
): Promise<SessionDocument> {
  if (caller.sessionToken !== null) await endSession(caller.sessionToken);
  const { token, session } = await openSession(owner._id, context, { state, device: caller.device });
  await endIfPasswordChanged(owner, token);
  caller.carrySession(token);
  return session;
}

/** What is left to do before everything answers. */
export function stageOf(owner: AccountDocument): SessionStage {
  return temporaryPasswordOf(owner) ? 'reset-password' : 'open';
}

/** A reset between the check of the password and the opening of the session has ended all sessions but this one. */
async function endIfPasswordChanged(before: AccountDocument, token: string): Promise<void> {
  const now = await findAccount(before._id);
  const isSame = now?.passwordHash === before.passwordHash;
  if (isSame && temporaryPasswordOf(now)?.hash === temporaryPasswordOf(before)?.hash) return;
  await endSession(token);
  throw new AppError('credentials_wrong');
}

type Described = Pick<SessionDocument, 'state' | 'accountId' | 'idleEndsAt' | 'absoluteEndsAt'>;

/** A session as its owner is told of it. */
export function describeSession({ state, accountId, idleEndsAt, absoluteEndsAt }: Described, { address }: AccountDocument) {
  return { state, accountId, address, idleEndsAt: idleEndsAt.toISOString(), absoluteEndsAt: absoluteEndsAt.toISOString() };
}
