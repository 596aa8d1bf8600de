import assert from 'node:assert/strict';
import { listDeliveries } from '../../contract/mailbox.ts';
import type { Ask } from '../stage/http-client.ts';

interface Page {
  readonly entries: readonly { readonly deliveryId: string; readonly subject: string; readonly sentAt: string }[];
  readonly nextCursor: string | number | null;
}

/** Reads the page that a cursor names, the first for null, and checks that it is whole and in order. */
export type ReadPage = (cursor: string | number | null) => Promise<Page>;

const deepAt = 0.9;

/** Pages of the product. */
export function productPages(ask: Ask, sessionToken: string): ReadPage {
  const headers = { cookie: `__Host-session=${sessionToken}` };
  const first = listDeliveries.path.replace(':folder', 'inbox');
  return async (cursor) => {
    const path = cursor === null ? first : `${first}?cursor=${cursor}`;
    return checked(listDeliveries.output.parse(JSON.parse(await ask({ method: 'GET', path, headers, status: 200 }))));
  };
}

/** Pages of the floor. */
export function floorPages(ask: Ask, sessionToken: string): ReadPage {
  return async (cursor) => {
    const path = cursor === null ? '/page' : `/page?before=${cursor}`;
    return checked(JSON.parse(await ask({ method: 'GET', path, headers: { authorization: sessionToken }, status: 200 })) as Page);
  };
}

function checked(page: Page): Page {
  assert.ok(page.entries.length === 50 || page.nextCursor === null);
  assert.ok(page.entries.every(({ subject }) => subject.startsWith('Your scan results')));
  assert.ok(page.entries.every(({ sentAt }, index) => sentAt <= (page.entries[index - 1]?.sentAt ?? sentAt)));
  return page;
}

/** Walks through a whole mailbox, sees each entry once, and answers the cursor of a page nine tenths down. */
export async function readEveryPage(read: ReadPage, entries: number): Promise<string | number> {
  const seen = new Set<string>();
  let deep: string | number | null = null;
  let cursor: string | number | null = null;
  do {
    const page: Page = await read(cursor);
    for (const { deliveryId } of page.entries) seen.add(deliveryId);
    cursor = page.nextCursor;
    if (deep === null && seen.size >= deepAt * entries) deep = cursor;
  } while (cursor !== null);
  assert.equal(seen.size, entries);
  assert.ok(deep !== null);
  return deep;
}
