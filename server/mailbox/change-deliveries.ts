import type { OutputOf, ParsedInputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type * as mailbox from '../../contract/mailbox.ts';
import type { Context } from '../context.ts';
import type { Recipient } from '../http/who.ts';
import { countUnread } from '../store/deliveries.ts';
import { deleteUnlessDeleted, markIfReceived, restoreIfDeleted } from '../store/delivery-changes.ts';

type Input = ParsedInputOf<typeof mailbox.changeDeliveries>;

/** Deletes, restores or marks entries of the caller's mailbox and answers which of them are so now; ids of others are passed over. */
export async function changeDeliveries(
  input: Input,
  caller: Recipient,
  context: Context,
): Promise<OutputOf<typeof mailbox.changeDeliveries>> {
  const deliveryIds = await change(input, caller, context);
  return { deliveryIds: [...deliveryIds], unreadCount: await countUnread(caller.accountId, limits.countedUnread + 1) };
}

function change({ deliveryIds, change }: Input, { accountId }: Recipient, { clock }: Context): Promise<readonly string[]> {
  const entries = { accountId, deliveryIds };
  switch (change) {
    case 'delete':
      return deleteUnlessDeleted(entries, clock.now());
    case 'restore':
      return restoreIfDeleted(entries);
    case 'read':
    case 'unread':
      return markIfReceived(entries, change === 'unread');
  }
}
