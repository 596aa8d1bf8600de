import type { QueryClient } from '@tanstack/react-query';
import { limits } from '../../contract/limits.ts';
import { folders } from '../../contract/folders.ts';
import { type DeliveryChange, type Folder, type MailboxEntry, changeDeliveries } from '../../contract/mailbox.ts';
import { call } from '../api.ts';
import { withChanged, withEntries, withUnreadCount, withoutEntries } from './list-pages.ts';
import { changeFound } from './search/change-found.ts';
import { changePages, entryKey, loadedPages } from './use-deliveries.ts';

/** What takes a change back. */
export const inverseOf = { delete: 'restore', restore: 'delete', read: 'unread', unread: 'read' } as const satisfies Record<
  DeliveryChange,
  DeliveryChange
>;

/** Whether a change would change anything of an entry. */
export function isChangedBy(entry: MailboxEntry, change: DeliveryChange): boolean {
  switch (change) {
    case 'delete':
      return entry.folder !== 'deleted';
    case 'restore':
      return entry.folder === 'deleted';
    case 'read':
      return entry.isUnread;
    case 'unread':
      return !entry.isUnread && !entry.isOwn;
  }
}

/** Shows a change in every list before the server has done it. `home` is where a restored entry belongs. */
export function showChange(
  client: QueryClient,
  change: DeliveryChange,
  entries: readonly MailboxEntry[],
  home: (entry: MailboxEntry) => Folder,
): void {
  const ids = new Set(entries.map(({ deliveryId }) => deliveryId));
  const after = (entry: MailboxEntry): MailboxEntry =>
    change === 'read' || change === 'unread'
      ? { ...entry, isUnread: change === 'unread' }
      : { ...entry, folder: change === 'delete' ? 'deleted' : home(entry) };
  for (const folder of folders) {
    changePages(client, folder, (pages) => {
      if (change === 'read' || change === 'unread') return withChanged(pages, ids, { isUnread: change === 'unread' });
      const here = entries.map(after).filter((entry) => entry.folder === folder);
      return withEntries(withoutEntries(pages, ids), here);
    });
  }
  changeFound(client, (entry) => (ids.has(entry.deliveryId) ? after(entry) : entry));
  for (const entry of entries) client.setQueryData(entryKey(entry.deliveryId), after(entry));
  const difference = entries.map((entry) => countOf(after(entry)) - countOf(entry)).reduce((sum, one) => sum + one, 0);
  showUnreadCount(client, (count) => (count > limits.countedUnread ? count : Math.max(0, count + difference)));
}

const countOf = ({ folder, isUnread }: MailboxEntry): number => (folder === 'inbox' && isUnread ? 1 : 0);

function showUnreadCount(client: QueryClient, change: (count: number) => number): void {
  const count = change(loadedPages(client, 'inbox')?.pages[0]?.unreadCount ?? 0);
  for (const folder of folders) changePages(client, folder, (pages) => withUnreadCount(pages, count));
}

/** Has the server make a change, as many entries at once as it takes. @throws CallError */
export async function makeChange(client: QueryClient, change: DeliveryChange, ids: readonly string[]): Promise<void> {
  let unreadCount = 0;
  for (let start = 0; start < ids.length; start += limits.deliveriesAtOnce) {
    const deliveryIds = ids.slice(start, start + limits.deliveriesAtOnce);
    ({ unreadCount } = await call(changeDeliveries, { deliveryIds, change }));
  }
  showUnreadCount(client, () => unreadCount);
}
