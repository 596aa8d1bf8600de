import { expect, test } from '@jest/globals';
import { countUnread, type DeliveryDocument, findOwnDelivery, writeIfNewer } from '../../../server/store/deliveries.ts';
import {
  deleteUnlessDeleted,
  markIfReceived,
  purgeIfDeletedBefore,
  restoreIfDeleted,
} from '../../../server/store/delivery-changes.ts';
import { useDatabase } from '../../support/database.ts';
import { anEntry, later, START } from '../../support/message-document.ts';
import { DAY } from '../../support/test-clock.ts';

useDatabase();

const own = (entry: DeliveryDocument) => ({ accountId: 'pat', deliveryIds: [entry._id] });
const stored = (entry: DeliveryDocument) => findOwnDelivery(entry._id, 'pat');

test('deleting while a newer version is projected: the entry ends deleted and of the newer version, whichever comes first', async () => {
  for (let round = 0; round < 40; round += 1) {
    const entry = anEntry();
    await writeIfNewer(entry);
    const project = () => writeIfNewer({ ...entry, version: 2, recalledAt: START });
    const remove = () => deleteUnlessDeleted(own(entry), later(DAY));
    await Promise.all(round % 2 === 0 ? [project(), remove()] : [remove(), project()]);
    expect(await stored(entry)).toMatchObject({ folder: 'deleted', deletedAt: later(DAY), version: 2, recalledAt: START });
  }
});

test('deleting again keeps the day of the first time', async () => {
  const entry = anEntry();
  await writeIfNewer(entry);
  await Promise.all([deleteUnlessDeleted(own(entry), START), deleteUnlessDeleted(own(entry), START)]);
  expect(await deleteUnlessDeleted(own(entry), later(DAY))).toEqual([entry._id]);
  expect(await stored(entry)).toMatchObject({ deletedAt: START });
});

test('what is taken back while it is purged is either whole in the inbox or gone, never half', async () => {
  for (let round = 0; round < 40; round += 1) {
    const entry = anEntry();
    await writeIfNewer(entry);
    await deleteUnlessDeleted(own(entry), START);
    const restore = () => restoreIfDeleted(own(entry));
    const purge = () => purgeIfDeletedBefore(later(DAY), 10);
    const [first, second] = await Promise.all(round % 2 === 0 ? [restore(), purge()] : [purge(), restore()]);
    const restored = round % 2 === 0 ? first : second;
    const left = await stored(entry);
    expect(restored).toEqual(left ? [entry._id] : []);
    if (left) expect(left).toMatchObject({ folder: 'inbox', deletedAt: null, words: ['word'], isUnread: true });
  }
});

test('what was purged stays away when its message changes or is projected again', async () => {
  const entry = anEntry();
  await writeIfNewer(entry);
  const counted = await countUnread('pat', 1000);
  await deleteUnlessDeleted(own(entry), START);
  await purgeIfDeletedBefore(START, 10);
  expect(await stored(entry)).not.toBeNull();
  await purgeIfDeletedBefore(later(1), 10);
  await Promise.all([2, 3, 1].map((version) => writeIfNewer({ ...entry, version })));
  await markIfReceived(own(entry), true);
  expect(await restoreIfDeleted(own(entry))).toEqual([]);
  expect(await stored(entry)).toBeNull();
  expect(await countUnread('pat', 1000)).toBe(counted - 1);
});

test('nobody changes an entry of another mailbox', async () => {
  const entry = anEntry();
  await writeIfNewer(entry);
  const foreign = { accountId: 'kim', deliveryIds: [entry._id] };
  expect(await deleteUnlessDeleted(foreign, START)).toEqual([]);
  expect(await markIfReceived(foreign, false)).toEqual([]);
  expect(await restoreIfDeleted(foreign)).toEqual([]);
  expect(await stored(entry)).toEqual(entry);
});
