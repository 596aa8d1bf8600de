import { expect, test } from '@jest/globals';
import { chargeIfFits, readQuota } from '../../../server/store/quotas.ts';
import { useDatabase } from '../../support/database.ts';
import { later, START } from '../../support/message-document.ts';
import { HOUR, MINUTE } from '../../support/test-clock.ts';

useDatabase();

const rule = { units: 2, windowSeconds: 3600 };
const charge = (id: string, now: Date) => chargeIfFits('messages:pat', rule, { id, units: 1 }, now);

test('what fits is charged once under its id, and the window that began with the first says when to come again', async () => {
  expect(await charge('a', START)).toBeNull();
  expect(await charge('a', later(MINUTE))).toBeNull();
  expect(await charge('b', later(MINUTE))).toBeNull();
  expect(await charge('c', later(2 * MINUTE))).toEqual(later(HOUR));
  expect(await readQuota('messages:pat', rule, later(2 * MINUTE))).toEqual({ used: 2, endsAt: later(HOUR) });
});

test('a clock that was set back an hour makes no window longer than it is', async () => {
  const back = later(-HOUR);
  expect(await readQuota('messages:pat', rule, back)).toEqual({ used: 2, endsAt: START });
  expect(await charge('d', back)).toEqual(START);
  expect(await charge('d', later(-1))).toEqual(START);
  expect(await charge('d', START)).toBeNull();
  expect(await readQuota('messages:pat', rule, START)).toEqual({ used: 1, endsAt: later(HOUR) });
});
