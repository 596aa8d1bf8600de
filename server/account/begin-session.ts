import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { SessionOwner, Visitor } from '../http/who.ts';
import { endSession, type Kept, type OpenedSession, openSession } from '../security/sessions.ts';
import { type AccountDocument, findAccount, noteLanguage } from '../store/accounts.ts';
import type { SessionDocument, SessionStage } from '../store/sessions.ts';
import { isSecondStepOn } from './second-step/find-second-steps.ts';
import { temporaryPasswordOf } from './verify-own-password.ts';

/** What somebody has shown so far: the password, or all that the account asks for. */
export type Proven = 'password' | 'second-step';

/** Opens a session for the owner of an account in place of the one the browser had; it reaches what was proven and what the account's state
 *  allows. What changed between the proof and the opening ends it again. @throws credentials_wrong */
export async function beginSession(
  owner: AccountDocument,
  proven: Proven,
  caller: Visitor,
  context: Context,
  kept: Kept = {},
): Promise<SessionDocument> {
  await endSession(caller.sessionToken);
  return carry(await open(owner, proven, caller, context, kept), owner, caller);
}

/** Gives the caller a session that reaches all that the account's state allows, under a new token, in place of their own. One that was ended
 *  meanwhile stays ended. @throws not_signed_in, credentials_wrong */
export async function renewSession(
  owner: AccountDocument,
  caller: SessionOwner,
  context: Context,
  kept: Omit<Kept, 'publicId'> = {},
): Promise<SessionDocument> {
  const { publicId, sessionToken } = caller;
  const opened = await open(owner, 'second-step', caller, context, { ...kept, publicId });
  // Not before: whoever ends every session at this moment finds the old one or this one, and where they found the old one, this one goes too.
  if (!(await endSession(sessionToken))) {
    await endSession(opened.token);
    throw new AppError('not_signed_in');
  }
  return carry(opened, owner, caller);
}

async function open(
  owner: AccountDocument,
  proven: Proven,
  { device }: Visitor,
  context: Context,
  kept: Kept,
): Promise<OpenedSession> {
  const state = stageOf(owner, proven, await isSecondStepOn(owner._id, context.config), context);
  const opened = await openSession(owner._id, context, { state, device, kept });
  // A reset or a new second step has ended all sessions but this one.
  const [now, isOn] = await Promise.all([findAccount(owner._id), isSecondStepOn(owner._id, context.config)]);
  if (now && hasSamePassword(now, owner) && stageOf(now, proven, isOn, context) === state) return opened;
  await endSession(opened.token);
  throw new AppError('credentials_wrong');
}

async function carry({ token, session }: OpenedSession, owner: AccountDocument, caller: Visitor): Promise<SessionDocument> {
  caller.carrySession(token);
  if (caller.language) await noteLanguage(owner._id, caller.language);
  return session;
}

/** What is left to do before everything answers. */
function stageOf(owner: AccountDocument, proven: Proven, isOn: boolean, { config }: Context): SessionStage {
  if (isOn && proven === 'password') return 'second-step';
  if (temporaryPasswordOf(owner)) return 'reset-password';
  return !isOn && config.SECOND_STEP === 'required' ? 'second-step-setup' : 'open';
}

function hasSamePassword(now: AccountDocument, before: AccountDocument): boolean {
  return now.passwordHash === before.passwordHash && temporaryPasswordOf(now)?.hash === temporaryPasswordOf(before)?.hash;
}

/** The end that a session keeps when it is given anew; one that did not reach everything yet had only its half hour to get there. */
export function keptEnd({ state, absoluteEndsAt }: Pick<SessionDocument, 'state' | 'absoluteEndsAt'>): Kept {
  return state === 'open' ? { absoluteEndsAt } : {};
}
