import { beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { limits } from '../../../contract/limits.ts';
import { type MessageDocument, Messages } from '../../../server/store/message-document.ts';
import { listSentBy } from '../../../server/store/sent-messages.ts';
import { findSentMatching, listSentPlaces, listSentWith } from '../../../server/store/sent-search.ts';
import { useDatabase } from '../../support/database.ts';
import { aDocument, later } from '../../support/message-document.ts';
import { aKey } from '../../support/story.ts';
import { MINUTE } from '../../support/test-clock.ts';

useDatabase();

const PAGE = limits.pageOfSent + 1;
const authorOf = { few: 'tenant.few', many: 'tenant.many' } as const;

/** The newest has the number 0. Three at a time were sent in the same moment. */
function documents(id: string, count: number): MessageDocument[] {
  return Array.from({ length: count }, (_, index) => {
    const author = { kind: 'staff' as const, id, address: 'alex@harbour.example', name: 'Alex', deliveryId: null };
    const words = ['all', index % 2 === 0 ? 'even' : 'odd', ...(index === count - 1 ? ['last'] : [])];
    return aDocument({ author, acceptedAt: later(-Math.floor(index / 3) * MINUTE), isProjectionOwed: false, words });
  });
}

beforeAll(async () => {
  await Messages.createIndexes();
  const rows = [...documents(authorOf.few, 100), ...documents(authorOf.many, 5000)];
  await mongoose.connection.collection<MessageDocument>('messages').insertMany(rows);
}, 60_000);

type Find = [filter: object, options: object];

/** How much the engine looks at for the query that a step asks. */
async function looked(step: () => Promise<unknown>) {
  const asked: Find[] = [];
  mongoose.set('debug', (_collection, _method, ...find) => asked.push(find as unknown as Find));
  await step();
  mongoose.set('debug', false);
  expect(asked).toHaveLength(1);
  const [[filter, options] = [{}, {}]] = asked;
  const plan = await mongoose.connection.collection('messages').find(filter, options).explain('executionStats');
  const { totalKeysExamined: keys, totalDocsExamined: documents } = plan['executionStats'];
  return { keys: Number(keys), documents: Number(documents) };
}

test.each(Object.entries(authorOf))('a page and a step of a search cost the same for who sent %s', async (_how, author) => {
  expect(await looked(() => listSentBy(author, null, PAGE))).toEqual({ keys: PAGE, documents: PAGE });
  expect(await looked(() => listSentWith(author, 'all', null, PAGE))).toEqual({ keys: PAGE, documents: PAGE });
  expect(await looked(() => listSentPlaces(author, 'even', null, 40))).toEqual({ keys: 40, documents: 0 });
  expect(await looked(() => listSentWith(author, 'last', null, PAGE))).toEqual({ keys: 1, documents: 1 });
});

test('a page far back costs no more than the first', async () => {
  const start = (await listSentPlaces(authorOf.many, 'all', null, 4000)).at(-1) ?? null;
  const { keys, documents } = await looked(() => listSentWith(authorOf.many, 'all', start, PAGE));
  expect(documents).toBeLessThanOrEqual(PAGE + 3);
  expect(keys).toBeLessThanOrEqual(PAGE + 3);
});

test('places come newest first, each once, however many were sent in one moment', async () => {
  const seen: string[] = [];
  let start = null;
  do {
    const places: Awaited<ReturnType<typeof listSentPlaces>> = await listSentPlaces(authorOf.few, 'odd', start, 7);
    seen.push(...places.map(({ _id }) => _id));
    start = places.at(-1) ?? null;
  } while (start !== null);
  expect(new Set(seen).size).toBe(50);
  expect(seen).toHaveLength(50);
});

test('a message matches by all words and only for who sent it; its words and its content stay where they are', async () => {
  const ids = (await listSentPlaces(authorOf.few, 'all', null, 100)).map(({ _id }) => _id);
  expect(await findSentMatching(authorOf.few, ids, ['all', 'even'])).toHaveLength(50);
  expect(await findSentMatching(authorOf.few, ids, ['even', 'odd'])).toHaveLength(0);
  expect(await findSentMatching(authorOf.many, [...ids, aKey()], ['all'])).toHaveLength(0);
  const [found] = await findSentMatching(authorOf.few, ids.slice(0, 1), ['all']);
  expect(Object.keys(found ?? {})).not.toEqual(expect.arrayContaining(['words']));
  expect(found).not.toHaveProperty('sealedContent');
});
