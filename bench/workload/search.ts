import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { searchDeliveries } from '../../contract/mailbox.ts';
import { openAccountKey } from '../../server/security/delivery-summary.ts';
import { hashWord, searchKeyOf } from '../../server/security/search-words.ts';
import { findByAddress } from '../../server/store/accounts.ts';
import type { DeliveryDocument } from '../../server/store/deliveries.ts';
import { compare } from '../measure/compare.ts';
import type { Figure } from '../measure/figure.ts';
import { medianTime } from '../measure/median-time.ts';
import { type Ask, createHttpClient } from '../stage/http-client.ts';
import type { Stage } from '../stage/open-stage.ts';
import { seedProductMailbox } from '../stage/seed-product-mailbox.ts';
import type { WorkloadSize } from './workload-size.ts';

/** What is searched for, and how many entries the first answer must have. */
const searches = [
  { kind: 'unique word', words: ['unique77'], found: 1 },
  { kind: 'common word', words: ['common'], found: 50 },
  { kind: 'two words', words: ['common', 'seventh'], found: 50 },
  { kind: 'no such word', words: ['absent'], found: 0 },
] as const;
type Search = (typeof searches)[number];
const filler = 20;
const vocabulary = 2000;

/** The words of the entry at a place: one of its own, one that all have, one that every seventh has, and some of a vocabulary. */
function wordsAt(index: number): string[] {
  const own = [`unique${index}`, 'common', ...(index % 7 === 0 ? ['seventh'] : [])];
  return [...own, ...Array.from({ length: filler }, (_, place) => `word${(index * 31 + place * 97) % vocabulary}`)];
}

/** Searches in mailboxes of two sizes, beside the bare query on the same index, and beside each other. */
export async function measureSearch(stage: Stage, size: WorkloadSize): Promise<Figure[]> {
  const product = await stage.startProduct();
  const client = createHttpClient(product.port);
  const sides = [];
  for (const [address, entries] of [
    ['pat@client.example', size.mailbox],
    ['kim@client.example', 10 * size.mailbox],
  ] as const) {
    const { sessionToken } = await seedProductMailbox(address, { messages: 1, entries, words: wordsAt }, stage.context);
    sides.push({
      entries,
      product: searcher(client.ask, sessionToken, stage.publicOrigin),
      bare: await bareSearcher(address, stage),
    });
  }
  const [small, large] = sides;
  assert.ok(small && large);
  const figures = [];
  for (const search of searches) {
    const p50 = (step: (wanted: Search) => Promise<void>) => () => medianTime(size.pages, () => step(search));
    const of = { unit: 'ms, p50', repetitions: size.repetitions };
    for (const { entries, product: ours, bare } of sides) {
      figures.push(
        await compare({
          workload: `search, ${search.kind}, of ${entries}`,
          ...of,
          target: { atMost: 1 },
          product: p50(ours),
          against: async () => 3 * (await p50(bare)()) + 2,
        }),
      );
    }
    figures.push(
      await compare({
        workload: `search, ${search.kind}, ${large.entries} / ${small.entries}`,
        ...of,
        target: { atMost: 2 },
        product: p50(large.product),
        against: p50(small.product),
      }),
    );
  }
  client.close();
  await product.stop();
  return figures;
}

function searcher(ask: Ask, sessionToken: string, origin: string) {
  const headers = { cookie: `__Host-session=${sessionToken}`, origin, 'content-type': 'application/json' };
  return async ({ words, found }: Search) => {
    const body = JSON.stringify({ text: words.join(' '), isOlderIncluded: true });
    const answer = await ask({ method: 'POST', path: searchDeliveries.path, headers, body, status: 200 });
    assert.equal(searchDeliveries.output.parse(JSON.parse(answer)).entries.length, found);
  };
}

/** The same words asked of the collection itself: one range of the index, one round trip, nothing unsealed. */
async function bareSearcher(address: string, { context }: Stage) {
  const account = await findByAddress(address);
  assert.ok(account);
  const searchKey = searchKeyOf(await openAccountKey(account, context.keys));
  const deliveries = mongoose.connection.collection<DeliveryDocument>('deliveries');
  return async ({ words, found }: Search) => {
    const [first = '', ...others] = words.map((word) => hashWord(searchKey, 'any', word));
    const rest = others.length > 0 ? { $expr: { $setIsSubset: [others, '$words'] } } : {};
    const rows = await deliveries
      .find({ accountId: account._id, words: first, ...rest })
      .project({ words: 0 })
      .sort({ sentAt: -1, _id: -1 })
      .hint('search')
      .limit(51)
      .toArray();
    assert.equal(Math.min(rows.length, 50), found);
  };
}
