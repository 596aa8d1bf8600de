import type { InputOf, OutputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type * as mailbox from '../../contract/mailbox.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../http/page-cursor.ts';
import type { AccountOwner } from '../http/who.ts';
import { openAccountKey } from '../security/delivery-summary.ts';
import { countUnread, listFolder } from '../store/deliveries.ts';
import { describeEntry } from './describe-entry.ts';

type Listed = OutputOf<typeof mailbox.listDeliveries>;

/** One page of the caller's folder, newest first, as long as the caller has chosen. @throws invalid_input for a cursor that is none */
export async function listDeliveries(
  { folder, cursor }: InputOf<typeof mailbox.listDeliveries>,
  { accountId, account }: AccountOwner,
  { clock, keys }: Context,
): Promise<Listed> {
  const place = cursor === undefined ? null : readCursor(cursor);
  const start = place && { sentAt: place.at, _id: place._id };
  const pageSize = account.settings?.messagesPerPage ?? limits.pageOfDeliveries;
  const [rows, unreadCount] = await Promise.all([
    listFolder(accountId, folder, start, pageSize + 1),
    countUnread(accountId, limits.countedUnread + 1),
  ]);
  const accountKey = await openAccountKey(account, keys);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    entries: page.map((row) => describeEntry(row, accountKey, clock.now())),
    nextCursor: rows.length > page.length && last ? writeCursor(last.sentAt, last._id) : null,
    unreadCount,
  };
}
