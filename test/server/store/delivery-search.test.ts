import { beforeAll, expect, test } from '@jest/globals';
import { Deliveries, type DeliveryDocument } from '../../../server/store/deliveries.ts';
import { type Condition, findMatching, listPlaces } from '../../../server/store/delivery-search.ts';
import { useDatabase } from '../../support/database.ts';
import { later, START } from '../../support/message-document.ts';
import { aKey } from '../../support/story.ts';
import { MINUTE } from '../../support/test-clock.ts';

useDatabase();
const whole = { start: null, sentAfter: null, sentBefore: null };
const any: Condition = {
  ...{ words: ['a'], wordsNot: [], folders: ['inbox', 'sent'], isUnread: null },
  ended: { now: START, oneOfEach: [] },
};
const ids = Array.from({ length: 20 }, () => aKey());

beforeAll(async () => {
  await Deliveries.insertMany(
    ids.map((_id, index): DeliveryDocument => ({
      ...{
        _id,
        accountId: 'pat',
        messageId: aKey(),
        threadId: aKey(),
        role: 'reader',
        folder: index === 19 ? 'deleted' : 'inbox',
        deletedAt: null,
      },
      ...{ isUnread: true, sentAt: later(index * MINUTE), sealedSummary: Buffer.from('sealed'), version: 1 },
      expiresAt: index === 4 ? START : null,
      recalledAt: index === 5 ? START : null,
      words: ['a', index % 2 === 0 ? 'even' : 'odd'],
    })),
  );
});

test('places of a word come newest first, within the given stretch, and only of this mailbox', async () => {
  const all = await listPlaces('pat', 'a', whole, 100);
  expect(all.map(({ _id }) => _id)).toEqual([...ids].reverse());
  expect(await listPlaces('kim', 'a', whole, 100)).toEqual([]);
  expect(await listPlaces('pat', 'even', { ...whole, start: all[3] ?? null }, 2)).toMatchObject([
    { _id: ids[14] },
    { _id: ids[12] },
  ]);
  const stretch = { start: null, sentAfter: later(2 * MINUTE), sentBefore: later(6 * MINUTE) };
  expect((await listPlaces('pat', 'even', stretch, 100)).map(({ _id }) => _id)).toEqual([ids[4], ids[2]]);
});

test('places are read from the index alone', async () => {
  const plan = await Deliveries.find({ accountId: 'pat', words: 'a' }, { sentAt: 1 })
    .sort({ sentAt: -1, _id: -1 })
    .hint('search')
    .limit(5)
    .explain('executionStats');
  const { executionStats } = plan as unknown as { executionStats: { totalDocsExamined: number; totalKeysExamined: number } };
  expect(executionStats).toMatchObject({ totalDocsExamined: 0, totalKeysExamined: 5 });
});

test('entries meet a condition by all words, no excluded one, folder and unread mark', async () => {
  const found = async (changes: Partial<Condition>) =>
    (await findMatching('pat', ids.slice(6), { ...any, ...changes })).map(({ _id }) => ids.indexOf(_id));
  expect(await found({ words: ['a', 'even'] })).toEqual([18, 16, 14, 12, 10, 8, 6]);
  expect(await found({ wordsNot: ['odd'] })).toEqual([18, 16, 14, 12, 10, 8, 6]);
  expect(await found({ folders: ['deleted'] })).toEqual([19]);
  expect(await found({ isUnread: false })).toEqual([]);
  expect(await findMatching('kim', ids, any)).toEqual([]);
});

test('what has ended needs words that it still shows', async () => {
  const ended = ids.slice(4, 6);
  const found = (oneOfEach: Condition['ended']['oneOfEach']) =>
    findMatching('pat', ended, { ...any, ended: { now: START, oneOfEach } });
  expect(await found(null)).toHaveLength(0);
  expect(await found([])).toHaveLength(2);
  expect(await found([['x', 'even']])).toMatchObject([{ _id: ids[4] }]);
  expect(await found([['even'], ['odd']])).toHaveLength(0);
});

test('an entry comes without its words', async () => {
  const [entry] = await findMatching('pat', ids.slice(0, 1), any);
  expect((entry as Partial<DeliveryDocument>).words).toBeUndefined();
});
