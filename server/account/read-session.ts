import type * as account from '../../contract/account.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { Context } from '../context.ts';
import type { Recipient } from '../http/who.ts';
import { describeSession } from './describe-session.ts';
import { ownerOf } from './owner-of.ts';

/** The session of this request and whose it is. @throws not_signed_in */
export async function readSession(
  _input: object,
  caller: Recipient,
  context: Context,
): Promise<OutputOf<typeof account.readSession>> {
  return describeSession(caller, await ownerOf(caller), context);
}
