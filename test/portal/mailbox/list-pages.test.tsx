import { expect, test } from '@jest/globals';
import type { MailboxEntry } from '../../../contract/mailbox.ts';
import { type Pages, withEntries, withNewest, withoutEntries } from '../../../portal/mailbox/list-pages.ts';

/** An entry sent in that minute. */
const anEntry = (minute: number) => ({
  deliveryId: `entry-${minute}`,
  sentAt: new Date(Date.UTC(2026, 10, 22, 9, minute)).toISOString(),
});

/** Pages of entries by their minutes, newest first; `more` says that there are older ones. */
const pagesOf = (minutes: number[][], more = false): Pages => ({
  pages: minutes.map((page, index) => ({
    entries: page.map(anEntry) as unknown as MailboxEntry[],
    nextCursor: index < minutes.length - 1 || more ? `after-${page.at(-1)}` : null,
    unreadCount: 0,
  })),
  pageParams: minutes.map((_page, index) => (index === 0 ? undefined : `after-${minutes[index - 1]?.at(-1)}`)),
});

const minutesOf = ({ pages }: Pages) => pages.map(({ entries }) => entries.map(({ deliveryId }) => Number(deliveryId.slice(6))));
const pageOf = (minutes: number[], more: boolean) => pagesOf([minutes], more).pages[0]!;

test('what comes back stands where it stood', () => {
  const all = pagesOf([[9, 8], [7, 6], [5]]);
  const without = withoutEntries(all, new Set(['entry-9', 'entry-7', 'entry-5']));
  expect(minutesOf(without)).toEqual([[8], [6], []]);
  const back = [7, 5, 9].map(anEntry) as unknown as MailboxEntry[];
  expect(minutesOf(withEntries(without, back)).flat()).toEqual([9, 8, 7, 6, 5]);
});

test('what is older than all that is loaded comes when it is', () => {
  const old = [1].map(anEntry) as unknown as MailboxEntry[];
  expect(minutesOf(withEntries(pagesOf([[9, 8]], true), old))).toEqual([[9, 8]]);
  expect(minutesOf(withEntries(pagesOf([[9, 8]]), old))).toEqual([[9, 8, 1]]);
});

test('new mail is put on top, and what was loaded below stays', () => {
  const newest = pageOf([12, 11, 9], true);
  const merged = withNewest(
    pagesOf(
      [
        [9, 8],
        [7, 6],
      ],
      true,
    ),
    newest,
  );
  expect(minutesOf(merged)).toEqual([
    [12, 11, 9, 8],
    [7, 6],
  ]);
  expect(merged.pages.at(-1)?.nextCursor).toBe('after-6');
});

test('so much new mail that a gap would be left begins the list anew', () => {
  expect(minutesOf(withNewest(pagesOf([[3, 2]], true), pageOf([12, 11, 10], true)))).toEqual([[12, 11, 10]]);
});

test('what was deleted elsewhere is gone, as far as the first page reaches', () => {
  const merged = withNewest(
    pagesOf(
      [
        [9, 8],
        [7, 6],
      ],
      true,
    ),
    pageOf([9, 7], true),
  );
  expect(minutesOf(merged)).toEqual([[9, 7], [6]]);
  expect(minutesOf(withNewest(pagesOf([[9, 8]]), pageOf([], false)))).toEqual([[]]);
});
