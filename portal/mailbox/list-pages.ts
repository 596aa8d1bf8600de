import type { InfiniteData } from '@tanstack/react-query';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { MailboxEntry, listDeliveries } from '../../contract/mailbox.ts';

type Page = OutputOf<typeof listDeliveries>;

/** What is loaded of a folder, newest first. */
export type Pages = InfiniteData<Page, string | undefined>;

/** Whether one entry stands above another. */
function isNewer(one: MailboxEntry, other: MailboxEntry): boolean {
  return one.sentAt === other.sentAt ? one.deliveryId > other.deliveryId : one.sentAt > other.sentAt;
}

/** Changes the entries page by page; what changes nothing keeps its identity. */
function mapPages(pages: Pages, change: (entries: MailboxEntry[], index: number) => MailboxEntry[]): Pages {
  return { ...pages, pages: pages.pages.map((page, index) => ({ ...page, entries: change(page.entries, index) })) };
}

/** Without the entries named. */
export function withoutEntries(pages: Pages, ids: ReadonlySet<string>): Pages {
  return mapPages(pages, (entries) => entries.filter(({ deliveryId }) => !ids.has(deliveryId)));
}

/** With entries put where they belong by their date; those beyond what is loaded come when it is. */
export function withEntries(pages: Pages, added: readonly MailboxEntry[]): Pages {
  const rest = withoutEntries(pages, new Set(added.map(({ deliveryId }) => deliveryId)));
  return added.reduce((known, entry) => withEntry(known, entry), rest);
}

function withEntry(pages: Pages, entry: MailboxEntry): Pages {
  const last = pages.pages.length - 1;
  const at = pages.pages.findIndex(({ entries }) => entries.some((other) => isNewer(entry, other)));
  if (at < 0 && pages.pages[last]?.nextCursor !== null) return pages;
  return mapPages(pages, (entries, index) => {
    if (index !== (at < 0 ? last : at)) return entries;
    const before = entries.filter((other) => isNewer(other, entry));
    return [...before, entry, ...entries.slice(before.length)];
  });
}

/** With the entries named as they are after a change; the others keep their identity, so that their rows are not drawn again. */
export function withChanged(pages: Pages, ids: ReadonlySet<string>, change: Partial<MailboxEntry>): Pages {
  return mapPages(pages, (entries) => entries.map((entry) => (ids.has(entry.deliveryId) ? { ...entry, ...change } : entry)));
}

/** With another count of unread messages. */
export function withUnreadCount(pages: Pages, unreadCount: number): Pages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, unreadCount })) };
}

/** With the first page read anew; what was loaded below it stays, unless so much is new that a gap would be left. */
export function withNewest(pages: Pages, newest: Page): Pages {
  const oldest = newest.entries.at(-1);
  const known = pages.pages.flatMap(({ entries }) => entries);
  const overlaps = oldest !== undefined && known.some((entry) => !isNewer(oldest, entry));
  if (newest.nextCursor === null || !overlaps) return { pages: [newest], pageParams: [undefined] };
  const below = mapPages(pages, (entries) => entries.filter((entry) => isNewer(oldest, entry)));
  const [first, ...others] = below.pages;
  const isAll = others.length === 0 && first?.entries.length === 0;
  const merged = {
    ...newest,
    entries: [...newest.entries, ...(first?.entries ?? [])],
    nextCursor: isAll ? newest.nextCursor : (first?.nextCursor ?? null),
  };
  return { pages: [merged, ...others], pageParams: pages.pageParams };
}
