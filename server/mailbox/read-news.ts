import type { OutputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type * as mailbox from '../../contract/mailbox.ts';
import type { Recipient } from '../http/who.ts';
import { countUnread, findNewestId } from '../store/deliveries.ts';

/** What tells a page that its list is no longer the newest: two short index reads, nothing unsealed. */
export async function readNews(_input: object, { accountId }: Recipient): Promise<OutputOf<typeof mailbox.readNews>> {
  const [newestId, unreadCount] = await Promise.all([
    findNewestId(accountId, 'inbox'),
    countUnread(accountId, limits.countedUnread + 1),
  ]);
  return { newestId, unreadCount };
}
