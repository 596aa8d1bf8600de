import type { MailboxEntry } from '../../contract/mailbox.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { openAccountKey } from '../security/delivery-summary.ts';
import { findAccount } from '../store/accounts.ts';
import { findOwnDelivery } from '../store/deliveries.ts';
import { describeEntry } from './describe-entry.ts';

/** One line of the caller's mailbox. A foreign and an unknown id are the same. @throws message_not_found */
export async function readEntry(
  { deliveryId }: { deliveryId: string },
  { accountId }: Recipient,
  { clock, keys }: Context,
): Promise<MailboxEntry> {
  const [account, row] = await Promise.all([findAccount(accountId), findOwnDelivery(deliveryId, accountId)]);
  if (!account || !row) throw new AppError('message_not_found');
  return describeEntry(row, await openAccountKey(account, keys), clock.now());
}
