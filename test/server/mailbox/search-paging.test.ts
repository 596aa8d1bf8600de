import { beforeAll, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type MailboxEntry, searchDeliveries, type SearchCriteria } from '../../../contract/mailbox.ts';
import { openAccountKey, sealSummary } from '../../../server/security/delivery-summary.ts';
import { hashWord, searchKeyOf } from '../../../server/security/search-words.ts';
import { findByAddress } from '../../../server/store/accounts.ts';
import type { DeliveryDocument } from '../../../server/store/deliveries.ts';
import type { Client } from '../../support/client.ts';
import { aKey, aMessageReceived } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const app = useApp();
jest.setTimeout(60_000);
const ENTRIES = 3000;
let reader: Client;

/** Which of the entries, 0 the newest, has a word. */
const placesOf: Record<string, (index: number) => boolean> = {
  everywhere: () => true,
  newer: (index) => index < ENTRIES / 2,
  older: (index) => index >= ENTRIES / 2,
  rare: (index) => index === 2900,
  tenth: (index) => index % 10 === 3,
};

beforeAll(async () => {
  const { address, recipient } = await aMessageReceived(app, { subject: 'Nothing of this' });
  reader = recipient;
  const account = await findByAddress(address);
  if (!account) throw new Error('no account');
  const accountKey = await openAccountKey(account, app.context.keys);
  const searchKey = searchKeyOf(accountKey);
  const now = app.clock.now().getTime();
  const entries = Array.from({ length: ENTRIES }, (_, index): DeliveryDocument => {
    const _id = aKey();
    const people = { sender: { address: 'alex@harbour.example', name: 'Alex' }, recipients: [], attachmentCount: 0 };
    return {
      ...{
        _id,
        accountId: account._id,
        messageId: aKey(),
        threadId: aKey(),
        role: 'reader',
        folder: 'inbox',
        deletedAt: null,
        version: 1,
      },
      ...{ isUnread: index % 10 === 3, expiresAt: null, recalledAt: null },
      // Seven at a time were sent in the same moment.
      sentAt: new Date(now - Math.floor(index / 7) * MINUTE),
      sealedSummary: sealSummary({ ...people, subject: String(index) }, _id, accountKey),
      words: Object.keys(placesOf).flatMap((word) => (placesOf[word]?.(index) ? [hashWord(searchKey, 'any', word)] : [])),
    };
  });
  await mongoose.connection.collection<DeliveryDocument>('deliveries').insertMany(entries);
}, 60_000);

async function searchAll(criteria: SearchCriteria) {
  const pages: MailboxEntry[][] = [];
  let cursor: string | null = null;
  do {
    const page: { entries: MailboxEntry[]; nextCursor: string | null; searchedUntil: string | null } = await reader.call(
      searchDeliveries,
      { ...criteria, ...(cursor === null ? {} : { cursor }) },
    );
    expect(page.searchedUntil === null).toBe(page.nextCursor === null);
    pages.push(page.entries);
    cursor = page.nextCursor;
  } while (cursor !== null && pages.length < 100);
  return pages;
}

const sizes = (pages: MailboxEntry[][]) => pages.map(({ length }) => length);

test('a common word comes in pages of 50, each entry once, newest first, even where many were sent in one moment', async () => {
  const pages = await searchAll({ text: 'everywhere' });
  expect(sizes(pages)).toEqual(Array.from({ length: ENTRIES / 50 }, () => 50));
  const entries = pages.flat();
  expect(new Set(entries.map(({ subject }) => subject)).size).toBe(ENTRIES);
  const sentAt = entries.map((entry) => entry.sentAt);
  expect(sentAt).toEqual([...sentAt].sort().reverse());
});

test('a rare word beside a common one is found at once, however far back', async () => {
  const pages = await searchAll({ text: 'everywhere older rare' });
  expect(pages.map((page) => page.map(({ subject }) => subject))).toEqual([['2900']]);
});

test('two common words that never meet cost a bounded step each time, and the search comes to an end', async () => {
  const pages = await searchAll({ text: 'newer older' });
  expect(pages.flat()).toEqual([]);
  expect(pages.length).toBeLessThanOrEqual(4);
});

test('a condition that few entries meet is met step by step, and each step says how far it has looked', async () => {
  const pages = await searchAll({ text: 'everywhere', isUnread: true });
  expect(pages.flat()).toHaveLength(ENTRIES / 10);
  expect(Math.max(...sizes(pages))).toBeLessThanOrEqual(50);
  const { entries, searchedUntil } = await reader.call(searchDeliveries, { text: 'newer', isUnread: true, body: 'older' });
  expect(entries).toEqual([]);
  expect(Date.parse(searchedUntil ?? '')).toBeLessThan(app.clock.now().getTime());
});

test('words that meet in every tenth entry are all found', async () => {
  expect((await searchAll({ text: 'everywhere tenth older' })).flat()).toHaveLength(ENTRIES / 20);
});
