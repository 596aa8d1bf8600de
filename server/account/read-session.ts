import type * as account from '../../contract/account.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { findAccount } from '../store/accounts.ts';
import { describeSession } from './begin-session.ts';

/** The session of this request and whose it is. @throws not_signed_in */
export async function readSession(_input: object, caller: Recipient): Promise<OutputOf<typeof account.readSession>> {
  const own = await findAccount(caller.accountId);
  if (!own) throw new AppError('not_signed_in');
  return describeSession(caller, own);
}
