import type { OutputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type * as mailbox from '../../contract/mailbox.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { openAccountKey } from '../security/delivery-summary.ts';
import { findAccount } from '../store/accounts.ts';
import { findOwnDelivery, listThread } from '../store/deliveries.ts';
import { describeEntry } from './describe-entry.ts';

/** The other entries of a conversation in the caller's own Inbox and Sent, newest first. A foreign and an unknown id are the same.
 *  @throws message_not_found */
export async function readThread(
  { deliveryId }: { deliveryId: string },
  { accountId }: Recipient,
  { clock, keys }: Context,
): Promise<OutputOf<typeof mailbox.readThread>> {
  const [account, row] = await Promise.all([findAccount(accountId), findOwnDelivery(deliveryId, accountId)]);
  if (!account || !row) throw new AppError('message_not_found');
  const rows = await listThread(accountId, row.threadId, limits.threadEntries + 1);
  const accountKey = await openAccountKey(account, keys);
  const others = rows.filter(({ _id }) => _id !== deliveryId).slice(0, limits.threadEntries);
  return { entries: others.map((other) => describeEntry(other, accountKey, clock.now())) };
}
